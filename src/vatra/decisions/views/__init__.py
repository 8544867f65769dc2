"""Pages of the decision workspace, one module per concept."""
