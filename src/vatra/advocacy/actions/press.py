"""Acts on what the press gets: the statement, its moment, and the files."""

from dataclasses import dataclass
from datetime import datetime

from vatra.advocacy.events.papers import paper
from vatra.advocacy.models import KitFile, Occasion, PressConference
from vatra.kernel.atomic import atomic
from vatra.kernel.constraints import well_formed
from vatra.kernel.in_languages import Wording
from vatra.kernel.ledger import Actor, record


@dataclass(frozen=True)
class ForThePress:
    """The statement, whom to ask, and the moment from which both are public."""

    embargo_at: datetime
    statement: Wording
    contact_name: str
    contact: str


@dataclass(frozen=True)
class AboutFile:
    """What is said of a file for the press."""

    title: str
    language: str
    shows: str
    consent_statement: str = ""
    consent_record: str = ""


@atomic()
def prepare_for_the_press(*, occasion: Occasion, told: ForThePress, by: Actor) -> PressConference:
    """Write what the press gets, and until when nobody outside sees it; written again it replaces what stood there."""
    conference = PressConference.objects.filter(action=occasion.action).first()
    conference = conference or PressConference(action=occasion.action)
    for name, value in vars(told).items():
        setattr(conference, name, value)
    well_formed(conference)
    conference.save()
    facts = {"embargo_at": told.embargo_at.isoformat()}
    record("prepare_for_the_press", by=by, chain=occasion.action.key, subject=conference, facts=facts)
    return conference


@atomic()
def keep_kit_file(*, conference: PressConference, content: bytes, about: AboutFile, by: Actor) -> KitFile:
    """Put a file into the kit; a picture loses whatever its file tells of camera and place."""
    kept = paper(content, title=about.title)
    file = KitFile(
        conference=conference,
        file_name=kept.file_name,
        media_type=kept.media_type,
        content=kept.content,
        digest=kept.digest,
        is_picture=kept.is_picture,
        kept_at=by.at,
        kept_by_id=by.somebody,
        **vars(about),
    )
    well_formed(file)
    file.save()
    facts = {"sha256": kept.digest, "shows": about.shows}
    record("keep_kit_file", by=by, chain=conference.action.key, subject=file, facts=facts)
    return file


@atomic()
def withdraw_kit_file(*, file: KitFile, by: Actor) -> KitFile:
    """Nobody gets this file any more: a consent was withdrawn, or it was the wrong one."""
    file.withdrawn_at = by.at
    file.save(update_fields=["withdrawn_at"])
    record("withdraw_kit_file", by=by, chain=file.conference.action.key, subject=file)
    return file
