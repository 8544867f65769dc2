"""The texts of the public site: how they are written, compared, shown from a moment on, and shipped with Vatra."""
