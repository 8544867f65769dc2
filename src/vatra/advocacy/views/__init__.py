"""Pages of advocacy, for staff."""
