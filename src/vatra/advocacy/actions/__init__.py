"""Acts of advocacy."""
