"""Pages of casework, one module per concept: through the door, a form, one act, a message, on."""
