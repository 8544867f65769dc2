"""Forms about homes and enquiries."""
