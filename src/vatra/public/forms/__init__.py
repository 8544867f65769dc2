"""What visitors of the public site write."""
