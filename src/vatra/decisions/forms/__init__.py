"""Forms that become acts of deciding, one module per concept."""
