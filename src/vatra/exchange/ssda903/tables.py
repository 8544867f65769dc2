"""The tables of the return, and how a file is recognised: by its columns, whatever its name."""

from collections.abc import Collection, Mapping
from enum import StrEnum


class Table(StrEnum):
    """One table of the return; OTHER holds rows of files that are none of them."""

    HEADER = "header"
    EPISODES = "episodes"
    REVIEWS = "reviews"
    PREVIOUS_PERMANENCE = "previous_permanence"
    MISSING = "missing"
    UASC = "uasc"
    OC2 = "oc2"
    OC3 = "oc3"
    OTHER = "other"


# Columns that no other table has.
_OWN_COLUMNS = {
    Table.HEADER: "ETHNIC UPN MOTHER MC_DOB",
    Table.EPISODES: "DECOM RNE LS CIN PLACE PLACE_PROVIDER DEC REC REASON_PLACE_CHANGE HOME_POST PL_POST URN",
    Table.REVIEWS: "REVIEW REVIEW_CODE",
    Table.PREVIOUS_PERMANENCE: "PREV_PERM LA_PERM DATE_PERM",
    Table.MISSING: "MISSING MIS_START MIS_END",
    Table.UASC: "DUC",
    Table.OC2: (
        "SDQ_SCORE SDQ_REASON CONVICTED HEALTH_CHECK IMMUNISATIONS TEETH_CHECK HEALTH_ASSESSMENT"
        " SUBSTANCE_MISUSE INTERVENTION_RECEIVED INTERVENTION_OFFERED"
    ),
    Table.OC3: "IN_TOUCH ACTIV ACCOM",
}
OWN_COLUMNS = {table: frozenset(columns.split()) for table, columns in _OWN_COLUMNS.items()}

CHILD, BIRTH, SEX, AUTHORITY, YEAR = "CHILD", "DOB", "SEX", "LA", "YEAR"
KNOWN_COLUMNS = frozenset({CHILD, BIRTH, SEX, AUTHORITY, YEAR}).union(*OWN_COLUMNS.values())

# As the return writes them, for showing a row: a stored row does not remember the order of its columns.
IN_ORDER = (CHILD, SEX, BIRTH, *" ".join(_OWN_COLUMNS.values()).split(), AUTHORITY, YEAR)

# Without these a row of the table cannot be understood.
NEEDED_COLUMNS = {
    Table.HEADER: (CHILD,),
    Table.EPISODES: (CHILD, "DECOM", "LS", "PLACE"),
    Table.REVIEWS: (CHILD, "REVIEW", "REVIEW_CODE"),
    Table.PREVIOUS_PERMANENCE: (CHILD, "PREV_PERM"),
    Table.MISSING: (CHILD, "MISSING", "MIS_START"),
    Table.UASC: (CHILD,),
    Table.OC2: (CHILD,),
    Table.OC3: (CHILD,),
}


def in_order(cells: Mapping[str, str]) -> dict[str, str]:
    """The cells that hold something, in the order of the return's columns; columns it does not know come last."""
    known = [name for name in IN_ORDER if name in cells]
    others = sorted(cells.keys() - set(known))
    return {name: cells[name] for name in (*known, *others) if cells[name]}


def recognised(columns: Collection[str]) -> Table:
    """The table with most of its own columns among these."""
    found = {table: len(own.intersection(columns)) for table, own in OWN_COLUMNS.items()}
    best = max(found, key=lambda table: found[table])
    if found[best]:
        return best
    return Table.HEADER if {CHILD, SEX, BIRTH} <= set(columns) else Table.OTHER
