"""Addresses of advocacy, part by part."""
