"""Advocacy: campaigns, what is asked of whom, what is done for it, and whether it worked."""
