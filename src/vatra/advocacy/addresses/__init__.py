"""Addresses of advocacy, one module per concept."""
