"""What the tables of the return are called on our pages."""

from django.utils.translation import gettext_lazy as _

from vatra.exchange.ssda903.tables import Table
from vatra.kernel.sentence import Sentence

TABLE_NAMES: dict[str, Sentence] = {
    Table.HEADER: _("Children"),
    Table.EPISODES: _("Episodes of care"),
    Table.REVIEWS: _("Reviews"),
    Table.PREVIOUS_PERMANENCE: _("Permanence before care"),
    Table.MISSING: _("Missing or away without agreement"),
    Table.UASC: _("Children who came alone from another country"),
    Table.OC2: _("Health, strengths and difficulties in the year"),
    Table.OC3: _("Young people who left care"),
    Table.OTHER: _("Files that are no table of the return"),
}


def table_name(table: str) -> str:
    """The name in the active language."""
    return str(TABLE_NAMES.get(table, table))
