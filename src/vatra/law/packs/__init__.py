"""Jurisdiction packs: what a country's law and practice say, as data with source, validity and verification."""

from vatra.law.packs.faults import Fault, WrongPack
from vatra.law.packs.pack import Pack
from vatra.law.packs.reading import codes, pack, read
from vatra.law.packs.working_days import calendar_of

__all__ = ["Fault", "Pack", "WrongPack", "calendar_of", "codes", "pack", "read"]
