"""Forms of advocacy."""
