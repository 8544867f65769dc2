"""What anyone may see: the public site in three languages, without an account and without a cookie."""
