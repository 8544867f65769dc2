"""Addresses of advocacy, a module for each concept."""
