"""Policy asks: where one stands, how it is rated, and what other scales would call it."""
