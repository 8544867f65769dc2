"""Letters of the public to somebody in office: how alike they are, how they are let out, and what came back."""
