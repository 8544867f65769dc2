"""Measures signing and confirming at a steady pace, and checks in the database that nothing was lost or counted twice."""

import argparse
import os
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from django.db import connection
from rich.table import Table

from vatra.advocacy.models import SheetTally, Signature, SigningSheet
from vatra.advocacy.signing.links import new_link
from vatra.advocacy.signing.words import LinkPurpose
from vatra.commands import home, migrate, prepare, report, web
from vatra.commands.bench.signing.sending import Answered, Pace, sent_steadily
from vatra.commands.bench.signing.signers import Sent, a_petition, forms, network_of
from vatra.commands.trouble import Trouble
from vatra.kernel.ledger import Event

HERE = "127.0.0.1"
# Every so often somebody sends the same form again.
AGAIN_EVERY = 25
# Mails leave at the pace of a mail server, so that people confirm more slowly than they sign.
ONE_IN, SLOWER = 8, 4
LED_ON = 302


@dataclass(frozen=True)
class Found:
    """What was measured, and what the database holds afterwards."""

    signing: Pace
    confirming: Pace
    people: int
    kept: int
    events: int
    held: int
    not_accepted: int
    confirmed: int
    counted: int

    @property
    def lost(self) -> int:
        return self.people - self.kept

    @property
    def is_right(self) -> bool:
        """Everybody is kept once, and who confirmed counts once."""
        once = self.people == self.kept == self.events and self.confirmed == self.counted
        return once and not self.not_accepted + self.held


def run(options: argparse.Namespace) -> int:
    """Let people sign and confirm, at the pace asked for."""
    prepare.build()
    migrate.bring_up_to_date()
    sheet = a_petition()
    number = options.per_second * options.seconds
    written = list(forms(sheet, number, again_every=AGAIN_EVERY))
    connection.close()
    # As behind the proxy that production has: it says where a visitor comes from.
    os.environ["VATRA_HTTPS"] = "1"
    with web.listener(HERE, 0) as listening, web.serving(listening, log=home.home() / "bench.log"):
        port = listening.getsockname()[1]
        with report.terminal.status("Signing"):
            answers, signing = sent_steadily(port, written, per_second=options.per_second)
        links = [_confirmation(signature, place) for place, signature in enumerate(_some(sheet))]
        connection.close()
        with report.terminal.status("Confirming"):
            twice = links[::AGAIN_EVERY]
            pace = max(1, options.per_second // SLOWER)
            _answers, confirming = sent_steadily(port, links + twice, per_second=pace)
    people = number - number // AGAIN_EVERY
    found = _found(sheet, answers, signing, confirming, people=people, confirmed=len(links))
    _tell(found, as_json=options.json)
    return 0 if found.is_right else 1


def _some(sheet: SigningSheet) -> list[Signature]:
    """One in so many of those who are to be asked."""
    waiting = list(sheet.signatures.to_be_confirmed().select_related("sheet__action").order_by("pk"))
    if not waiting:
        raise Trouble("The server took no signature.", f"What it says stands in {home.home() / 'bench.log'}.")
    return waiting[::ONE_IN]


def _confirmation(signature: Signature, place: int) -> Sent:
    """The button behind the link of the mail."""
    word = new_link(signature, LinkPurpose.CONFIRM)
    path = f"/en/sign/{signature.sheet.action.slug}/confirm/{word}/"
    return Sent(path, "was=me", network_of(place))


def _found(
    sheet: SigningSheet,
    answers: Sequence[Answered],
    signing: Pace,
    confirming: Pace,
    *,
    people: int,
    confirmed: int,
) -> Found:
    keys = sheet.signatures.values("key")
    return Found(
        signing=signing,
        confirming=confirming,
        people=people,
        kept=sheet.signatures.count(),
        events=Event.objects.filter(act="sign", chain__in=keys).count(),
        held=sheet.signatures.held().count(),
        not_accepted=sum(answer.status != LED_ON for answer in answers),
        confirmed=confirmed,
        counted=SheetTally.objects.get(sheet=sheet).number,
    )


def _tell(found: Found, *, as_json: bool) -> None:
    if as_json:
        told = asdict(found) | {"ok": found.is_right, "lost": found.lost, "processors": os.cpu_count()}
        report.print_document(told)
        return
    table = Table("what", "sent", "seconds", "p50 ms", "p95 ms", "p99 ms", "slowest ms", box=None)
    for name, pace in (("signing", found.signing), ("confirming", found.confirming)):
        times = (pace.p50_ms, pace.p95_ms, pace.p99_ms, pace.slowest_ms)
        table.add_row(name, str(pace.sent), f"{pace.seconds:.1f}", *(f"{each:.1f}" for each in times))
    report.paper.print(table)
    report.paper.print(
        f"{found.people:,} people, {found.kept:,} signatures, {found.events:,} events, {found.confirmed:,} confirmed, "
        f"{found.counted:,} counted; "
        f"{found.lost:,} lost, {found.held:,} held, {found.not_accepted:,} not accepted."
    )
