"""Addresses of advocacy, one module for each concept."""
"""Addresses of advocacy, part by part."""
"""Addresses of advocacy, a module for each concept."""
