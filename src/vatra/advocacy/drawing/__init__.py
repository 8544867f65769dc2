"""Charts made on the server as SVG, told apart without colour; each has a table below that says the same."""
