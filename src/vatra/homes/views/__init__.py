"""Pages about homes and enquiries."""
