"""Loading the invented caseload, once."""

from django.db import connection, transaction
from django.utils import translation

from vatra.access.models import User
from vatra.desk.demo import knowing, reaching
from vatra.desk.demo.advocating import advocate
from vatra.desk.demo.petition import collect_signatures
from vatra.desk.demo.staff import PASSWORD, SIGN_INS, Cast, engage
from vatra.desk.demo.stories import STORIES
from vatra.kernel import clock
from vatra.kernel.duty import recompute_all
from vatra.law.clocks import load_all_clocks

# Two starts at once take turns; the number is only a name.
_TURN = 0x64656D6F


@transaction.atomic
def load_once() -> list[tuple[str, str, str]]:
    """Tell every story if nobody has yet; returns who may sign in: role, user name, password."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_TURN])
    if not User.objects.filter(username=SIGN_INS[0].username).exists():
        _tell(engage(today=clock.today()))
    with translation.override("en"):
        return [(str(who.label), who.username, PASSWORD) for who in SIGN_INS]


def _tell(cast: Cast) -> None:
    load_all_clocks()
    # Texts stand in the language of the file; only what the program says itself is translated.
    with translation.override("sq"):
        for tell in STORIES:
            tell(cast)
        advocate(cast)
        collect_signatures(cast)
        reaching.tell(cast)
        knowing.tell(cast)
    recompute_all(cast.today)
