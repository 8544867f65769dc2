"""Addresses of advocacy, one module for each concept."""
