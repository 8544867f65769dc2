"""Forms of advocacy, for staff."""
