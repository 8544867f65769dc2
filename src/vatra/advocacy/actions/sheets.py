"""Acts on what is signed: opening a petition, a pledge or an open letter, and changing its text."""

from datetime import date

from vatra.advocacy.models import (
    Action,
    Campaign,
    ConsentText,
    PolicyAsk,
    SheetTally,
    SheetText,
    SigningSheet,
)
from vatra.advocacy.signing.consents import digest_of_consent, digest_of_text, worded
from vatra.advocacy.signing.words import Purpose
from vatra.kernel.atomic import atomic
from vatra.kernel.constraints import well_formed
from vatra.kernel.in_languages import Wording
from vatra.kernel.ledger import Actor, record


@atomic()
def open_sheet(
    *,
    campaign: Campaign,
    kind: str,
    slug: str,
    title: Wording,
    words: Wording,
    deliver_to: Wording,
    first_day: date,
    last_day: date | None,
    shown_from: date | None,
    jurisdiction: str,
    by: Actor,
    ask: PolicyAsk | None = None,
    goal: int | None = None,
    may_show_names: bool = False,
    asks_proof: bool = True,
) -> SigningSheet:
    """Open a petition, a pledge or an open letter for signing on these days."""
    action = Action(
        campaign=campaign,
        ask=ask,
        kind=kind,
        slug=slug,
        title=title,
        first_day=first_day,
        last_day=last_day,
        shown_from=shown_from,
    )
    well_formed(action)
    action.save()
    sheet = SigningSheet(
        action=action,
        goal=goal,
        may_show_names=may_show_names,
        jurisdiction=jurisdiction,
        asks_proof=asks_proof,
    )
    well_formed(sheet)
    sheet.save()
    SheetTally.objects.create(sheet=sheet)
    text = _new_version(sheet, words, deliver_to, by)
    facts = {"kind": kind, "text": text.number, "digest": text.digest.hex()}
    record("open_sheet", by=by, chain=action.key, subject=sheet, on=first_day, facts=facts)
    return sheet


@atomic()
def change_text(
    *, sheet: SigningSheet, words: Wording, deliver_to: Wording, why: str, by: Actor
) -> SheetText:
    """Write the next version of what is signed; who has signed has signed the version before."""
    text = _new_version(sheet, words, deliver_to, by)
    facts = {"text": text.number, "digest": text.digest.hex()}
    record("change_text", by=by, chain=sheet.action.key, subject=text, why=why, facts=facts)
    return text


def _new_version(sheet: SigningSheet, words: Wording, deliver_to: Wording, by: Actor) -> SheetText:
    before = sheet.texts.count()
    text = SheetText(
        sheet=sheet,
        number=before + 1,
        words=words,
        deliver_to=deliver_to,
        digest=digest_of_text(words, deliver_to),
        begun_at=by.at,
    )
    well_formed(text)
    text.save()
    ConsentText.objects.bulk_create([_consent(text, purpose) for purpose in Purpose])
    return text


def _consent(text: SheetText, purpose: Purpose) -> ConsentText:
    words = worded(purpose, to=text.deliver_to)
    return ConsentText(
        text=text, purpose=purpose, words=words, digest=digest_of_consent(purpose.value, words)
    )
