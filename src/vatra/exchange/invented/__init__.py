"""An invented caseload of any size: plausible, repeatable, and marked as invented."""

from vatra.exchange.invented.running import AlreadyGenerated, Generated, generate

__all__ = ["AlreadyGenerated", "Generated", "generate"]
