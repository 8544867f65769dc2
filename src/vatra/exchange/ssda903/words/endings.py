"""REC and REASON_PLACE_CHANGE: why care or a stay ended, and with what reason the file is then closed."""

from vatra.casework.words.file import ClosingReason
from vatra.placements.words import EndReason

GOES_ON = "X1"
DIED = "E2"

END_OF_REC = {
    "E11": EndReason.ADOPTED,
    "E12": EndReason.ADOPTED,
    "E2": EndReason.DIED,
    "E3": EndReason.OTHER_AUTHORITY,
    "E4A": EndReason.RETURNED_HOME,
    "E4B": EndReason.RETURNED_UNPLANNED,
    "E13": EndReason.MOVED_FOR_FAMILY,
    "E41": EndReason.GUARDIANSHIP,
    "E45": EndReason.GUARDIANSHIP,
    "E46": EndReason.GUARDIANSHIP,
    "E47": EndReason.GUARDIANSHIP,
    "E48": EndReason.GUARDIANSHIP,
    "E5": EndReason.INDEPENDENT,
    "E6": EndReason.INDEPENDENT,
    "E7": EndReason.ADULT_SERVICES,
    "E8": EndReason.OTHER,
    "E9": EndReason.CUSTODY,
    "E14": EndReason.OTHER,
    "E15": EndReason.OTHER,
    "E16": EndReason.ABROAD,
    "E17": EndReason.STAYED_WITH_CARERS,
}

KNOWN_RECS = (GOES_ON, *END_OF_REC)

END_OF_CHANGE = {
    "CARPL": EndReason.MOVED_AS_PLANNED,
    "CLOSE": EndReason.HOME_CLOSED,
    "ALLEG": EndReason.ALLEGATION,
    "STAND": EndReason.STANDARDS,
    "APPRR": EndReason.STANDARDS,
    "CREQB": EndReason.CARER_ASKED,
    "CREQO": EndReason.CARER_ASKED,
    "CHILD": EndReason.CHILD_ASKED,
    "LAREQ": EndReason.OTHER,
    "PLACE": EndReason.STATUS_CHANGED,
    "CUSTOD": EndReason.CUSTODY,
    "OTHER": EndReason.OTHER,
}

# Whether the child is safe at home the return does not say, so a return home closes "without a reason".
CLOSING_OF_END = {
    EndReason.ADOPTED: ClosingReason.ADOPTED,
    EndReason.GUARDIANSHIP: ClosingReason.GUARDIANSHIP_FINAL,
    EndReason.INDEPENDENT: ClosingReason.GROWN_UP,
    EndReason.STAYED_WITH_CARERS: ClosingReason.GROWN_UP,
    EndReason.ADULT_SERVICES: ClosingReason.GROWN_UP,
    EndReason.OTHER_AUTHORITY: ClosingReason.OTHER_AUTHORITY,
    EndReason.ABROAD: ClosingReason.ABROAD,
    EndReason.DIED: ClosingReason.DIED,
}
