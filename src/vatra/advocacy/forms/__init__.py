"""Forms of advocacy, each towards one act."""
