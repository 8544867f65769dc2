"""Proceedings before courts and authorities: what they refuse, how they stand, and whom they wait for."""
