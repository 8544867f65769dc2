"""Forms of advocacy, each towards one act."""
"""Forms of advocacy."""
