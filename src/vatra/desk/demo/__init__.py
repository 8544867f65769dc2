"""An invented caseload to walk through: told as acts, on days counted back from the day it is loaded."""

from vatra.desk.demo.loading import load_once

__all__ = ["load_once"]
