"""Pages of advocacy for staff."""
"""Pages of advocacy, for staff."""
