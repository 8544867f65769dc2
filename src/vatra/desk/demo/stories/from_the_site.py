"""What the public site brought in: three families who ask about fostering, a worry, and a piece of news."""

from datetime import datetime

from vatra.access.actions import receive_from_site
from vatra.access.models import SentIn
from vatra.access.roles import Role
from vatra.advocacy.actions.site import open_site_page, publish_edition, write_edition
from vatra.advocacy.site.shipped import load_site
from vatra.advocacy.site.words import PageKind
from vatra.casework.actions import receive_worry_from_site
from vatra.casework.words.worry import Source
from vatra.desk.demo.staff import Cast
from vatra.desk.demo.town import IN_THE_MORNING, Town, acting
from vatra.homes.actions import make_enquiry, record_enquiry_step
from vatra.homes.enquiries.consent import NEWEST
from vatra.homes.enquiries.words import StepKind
from vatra.homes.models import Enquiry
from vatra.homes.words import FormOfCare
from vatra.kernel import clock
from vatra.kernel.in_languages import wording
from vatra.kernel.ledger import Actor

WORRY = (
    "Çdo mbrëmje dëgjoj një fëmijë të vogël duke qarë gjatë në katin e dytë, dhe askush nuk i përgjigjet. "
    "Sot në mëngjes e pashë te dera pa këpucë. Mund të jetë katër vjeç."
)

TITLE = {
    "sq": "Një mbrëmje për familjet që pyesin",
    "sr-latn": "Veče za porodice koje pitaju",
    "en": "An evening for families who ask",
}
SUMMARY = {
    "sq": "Të enjten e parë të çdo muaji familjet strehuese tregojnë si është. Lajmi është i shpikur, si gjithçka në demonstrim.",
    "sr-latn": "Prvog četvrtka u mesecu hraniteljske porodice pričaju kako je to. Vest je izmišljena, kao i sve u demonstraciji.",
    "en": "On the first Thursday of every month foster families tell what it is like. The news is invented, as all in the demonstration.",
}
BODY = {
    "sq": "Ejani vetëm ose me familjen. Për fëmijët ka lojëra.\n\n- Ora 18\n- Në qendrën tonë\n- Pa lajmërim",
    "sr-latn": "Dođite sami ili s porodicom. Za decu ima igara.\n\n- U 18 časova\n- U našem centru\n- Bez najave",
    "en": "Come alone or with your family. There are games for children.\n\n- At 6 in the evening\n- In our centre\n- No need to tell us before",
}


def tell(cast: Cast) -> None:
    """The site has its texts, and somebody reads what is sent in."""
    load_site()
    for town in (cast.prishtine, cast.prizren):
        _reads_what_is_sent_in(town)
    _families_ask(cast.prishtine)
    _a_neighbour_worries(cast.prishtine)
    _an_evening(cast)


def _reads_what_is_sent_in(town: Town) -> None:
    for what in SentIn:
        receive_from_site(
            unit=town.team,
            what=what,
            municipality=town.municipality,
            first_day=town.ago(400),
            by=town.by_supervisor(400),
        )


def _families_ask(town: Town) -> None:
    far = _asks(town, "Ilir dhe Teuta Krasniqi", FormOfCare.FOSTER_LONG, ago=60, language="sq")
    for kind, ago, note in (
        (StepKind.CONTACTED, 57, "Folëm gjatë në telefon; kanë dy fëmijë të rritur dhe një dhomë të lirë."),
        (StepKind.INFORMED, 40, "Ishin në mbrëmjen për familjet. Duan të vazhdojnë."),
        (StepKind.BEGAN, 21, "Filluan trajnimin."),
    ):
        record_enquiry_step(enquiry=far, kind=kind, on=town.ago(ago), note=note, by=town.by_supervisor(ago))
    _asks(town, "Jelena Stanković", FormOfCare.FOSTER_SHORT, ago=9, language="sr-latn")
    _asks(town, "Arben Gashi", None, ago=1, language="sq")


def _asks(town: Town, names: str, form: FormOfCare | None, *, ago: int, language: str) -> Enquiry:
    return make_enquiry(
        unit=town.team,
        language=language,
        names=names,
        reachable_at="e shpikur, nuk thirret",
        municipality=town.municipality,
        household="",
        form=form.value if form else "",
        question="Sa zgjat përgatitja?" if language == "sq" else "Koliko traje priprema?",
        consent=NEWEST,
        is_invented=True,
        by=_the_public(town, ago),
    )


def _a_neighbour_worries(town: Town) -> None:
    receive_worry_from_site(
        unit=town.team,
        source=Source.NEIGHBOUR,
        worry=WORRY,
        told_by="",
        reachable_at="",
        municipality=town.municipality,
        by=_the_public(town, 1),
    )


def _an_evening(cast: Cast) -> None:
    by = acting(cast.users["advocacy.officer"], Role.ADVOCACY_OFFICER, cast.prishtine.ago(12))
    page = open_site_page(
        slug="evening-for-families", kind=PageKind.NEWS, news_on=cast.prishtine.ago(12), by=by
    )
    edition = write_edition(
        page=page,
        title=wording(TITLE),
        summary=wording(SUMMARY),
        body=wording(BODY),
        based_on=0,
        reasons={},
        by=by,
    )
    publish_edition(edition=edition, from_moment=by.at, reasons={}, by=by)


def _the_public(town: Town, ago: int) -> Actor:
    """Somebody whom nobody knows, so many days ago."""
    moment = datetime.combine(town.ago(ago), IN_THE_MORNING, clock.LOCAL)
    return Actor(None, "public", min(moment, clock.now()))
