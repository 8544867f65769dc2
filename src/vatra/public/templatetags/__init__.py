"""What templates of the public site are put together from."""
