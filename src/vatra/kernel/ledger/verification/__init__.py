"""Checking everything recorded: events, chains, checkpoints, row history, and the rows as they are now."""

from vatra.kernel.ledger.verification.report import Finding, Report
from vatra.kernel.ledger.verification.whole import verify

__all__ = ["Finding", "Report", "verify"]
