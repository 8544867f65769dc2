"""Words of casework, one module per concept."""
