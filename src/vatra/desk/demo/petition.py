"""A petition of the invented organisation: who signed it in the last weeks, and a machine that tried to."""

from collections.abc import Iterator
from datetime import timedelta

from vatra.access.roles import Role
from vatra.advocacy.actions import (
    confirm_signature,
    invalidate,
    let_through,
    open_sheet,
    pass_names,
    sign,
)
from vatra.advocacy.models import Campaign, Signature, SigningSheet
from vatra.advocacy.signing.conditions import Conditions
from vatra.advocacy.signing.given import Given
from vatra.advocacy.signing.links import link_of, new_link
from vatra.advocacy.signing.words import HeldFor, LinkPurpose, Purpose
from vatra.advocacy.words import ActionKind
from vatra.desk.demo.staff import Cast
from vatra.desk.demo.town import acting
from vatra.kernel.in_languages import Wording
from vatra.kernel.ledger import Actor

SLUG = "asnje-femije-i-braktisur"
CAMPAIGN = "a-family-for-each-child"
DAYS = 24
GOAL = 2_000
TITLE = Wording(
    {
        "sq": "Asnjë fëmijë i braktisur",
        "sr-latn": "Nijedno napušteno dete",
        "en": "No child abandoned",
    }
)
NAME = Wording(
    {"sq": "Çdo fëmijë në një familje", "sr-latn": "Svako dete u porodici", "en": "Every child in a family"}
)
WORDS = Wording(
    {
        "sq": "Çdo braktisje ka një histori para saj: një nënë pa punë, një baba larg, një lindje që askush nuk e priti.\n\n"
        "Kërkojmë që në çdo maternitet të ketë një psikolog, që asnjë familje të mos ndahet vetëm nga varfëria, dhe që "
        "asnjë foshnjë të mos rritet në institucion.",
        "sr-latn": "Svako napuštanje ima svoju priču: majku bez posla, oca koji je daleko, rođenje kome se niko nije obradovao."
        "\n\nTražimo da svako porodilište ima psihologa, da se nijedna porodica ne razdvaja samo zbog siromaštva i da "
        "nijedna beba ne odrasta u ustanovi.",
        "en": "Every abandonment has a story before it: a mother without work, a father far away, a birth nobody waited for.\n\n"
        "We ask that every maternity ward has a psychologist, that no family is parted by poverty alone, and that no "
        "baby grows up in an institution.",
    }
)
ASSEMBLY = Wording(
    {
        "sq": "Kuvendi i Republikës së Kosovës",
        "sr-latn": "Skupština Republike Kosovo",
        "en": "the Assembly of Kosovo",
    }
)
GIVEN = (
    "Ardita",
    "Blerim",
    "Dafina",
    "Ivana",
    "Jeton",
    "Kaltrina",
    "Lirim",
    "Marija",
    "Nita",
    "Petrit",
    "Selim",
)
FAMILY = ("Bytyqi", "Gashi", "Ilić", "Krasniqi", "Morina", "Nikolić", "Shala")
PLACES = ("prishtine", "prizren", "peje", "gjakove", "mitrovice", "", "gracanice")
ALL = tuple(Purpose)


def collect_signatures(cast: Cast) -> None:
    """Open the petition, let people sign it day by day, and look at what is strange."""
    officer = cast.users["advocacy.officer"]
    opened = acting(officer, Role.ADVOCACY_OFFICER, cast.today - timedelta(days=DAYS))
    sheet = _petition(opened)
    signed = list(_signatures(sheet, opened))
    today = acting(officer, Role.ADVOCACY_OFFICER, cast.today)
    let_through(signatures=list(sheet.signatures.held().order_by("pk")[:2]), by=today)
    pass_names(signatures=signed[:6], by=today)
    machines = Conditions(until_at=today.at, domain="boterat.invalid")
    number = machines.fitting(sheet).count()
    invalidate(sheet=sheet, conditions=machines, seen=number, why="Nënshkrime nga një makinë", by=today)


def _petition(by: Actor) -> SigningSheet:
    running = {"name": NAME, "purpose": NAME, "first_day": by.today}
    campaign, _is_new = Campaign.objects.get_or_create(slug=CAMPAIGN, defaults=running)
    return open_sheet(
        campaign=campaign,
        kind=ActionKind.PETITION,
        slug=SLUG,
        title=TITLE,
        words=WORDS,
        deliver_to=ASSEMBLY,
        first_day=by.today,
        last_day=None,
        shown_from=by.today,
        jurisdiction="kosovo",
        goal=GOAL,
        may_show_names=True,
        by=by,
    )


def _signatures(sheet: SigningSheet, opened: Actor) -> Iterator[Signature]:
    """Several on each day; one in eleven is never confirmed, one in thirteen waits for a look."""
    text = sheet.texts.get().pk
    for number in range(len(GIVEN) * len(FAMILY)):
        at = opened.at + timedelta(hours=number * DAYS * 24 // (len(GIVEN) * len(FAMILY)))
        by = Actor(user_id=None, role="public", at=at)
        is_machine, is_held = number % 10 == 7, number % 13 == 12
        given = Given(
            sheet=sheet.pk,
            text=text,
            name=f"{GIVEN[number % len(GIVEN)]} {FAMILY[number % len(FAMILY)]}",
            email=f"nenshkrues{number}@{'boterat.invalid' if is_machine else 'posta.example'}",
            municipality=PLACES[number % len(PLACES)],
            language="sr-latn" if number % 5 == 4 else "sq",
            purposes=ALL[: 1 + number % len(ALL)],
            network=number.to_bytes(16),
            proof=f"{number:032x}",
            held_for=HeldFor.NO_PROOF if is_held else None,
        )
        sign(given=given, by=by)
        if not is_held and number % 11 != 10:
            yield _confirmed(sheet, by)


def _confirmed(sheet: SigningSheet, by: Actor) -> Signature:
    signature = sheet.signatures.select_related("sheet__action").latest("pk")
    link = link_of(new_link(signature, LinkPurpose.CONFIRM), LinkPurpose.CONFIRM, slug=SLUG)
    assert link is not None
    return confirm_signature(link=link, by=by)
