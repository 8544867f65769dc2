"""Forms of casework, one module per concept; each becomes one act."""
