"""What every installation knows from its first day: the history of our campaigns, and the institutions of Kosovo."""

from vatra.advocacy.reference.loading import load_reference

__all__ = ["load_reference"]
