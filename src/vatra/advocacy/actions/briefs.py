"""Acts on policy briefs: writing one down, issuing a version, and giving it to somebody in office."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from vatra.advocacy.announced import Announced
from vatra.advocacy.events.papers import PDF, paper
from vatra.advocacy.models import Brief, BriefGiven, BriefVersion, Post
from vatra.advocacy.words import ActionKind
from vatra.kernel.atomic import atomic
from vatra.kernel.concern import Concern, Severity, heed
from vatra.kernel.constraints import well_formed
from vatra.kernel.in_languages import Wording
from vatra.kernel.ledger import Actor, record


@dataclass(frozen=True)
class Version:
    """A version of a brief: its number, language and day, as a file or where it can be read."""

    number: int
    language: str
    issued_on: date
    address: str = ""
    content: bytes | None = None


@atomic()
def plan_brief(*, announced: Announced, summary: Wording, towards: str | None, by: Actor) -> Brief:
    """Write down a brief for a campaign."""
    action = announced.as_action(ActionKind.BRIEF)
    brief = Brief(action=action, summary=summary, towards=towards)
    well_formed(brief)
    brief.save()
    facts = {"campaign": action.campaign_id}
    record("plan_brief", by=by, chain=action.key, subject=brief, on=action.first_day, facts=facts)
    return brief


@atomic()
def issue_version(*, brief: Brief, version: Version, by: Actor) -> BriefVersion:
    """A version of the brief is out."""
    issued = BriefVersion(
        brief=brief,
        number=version.number,
        language=version.language,
        issued_on=version.issued_on,
        address=version.address,
    )
    if version.content:
        kept = paper(version.content, title=f"{brief.action.slug} {version.number} {version.language}")
        heed(_only_pdf(kept.media_type), {})
        issued.content, issued.file_name, issued.digest = kept.content, kept.file_name, kept.digest
    well_formed(issued)
    issued.save()
    facts = {"number": version.number, "sha256": issued.digest}
    record("issue_version", by=by, chain=brief.action.key, subject=issued, on=version.issued_on, facts=facts)
    return issued


@atomic()
def give_brief(
    *, version: BriefVersion, post: Post, given_on: date, how: str, note: str, by: Actor
) -> BriefGiven:
    """A version was given to the holder of a post."""
    given = BriefGiven(version=version, post=post, given_on=given_on, how=how, note=note)
    well_formed(given)
    given.save()
    facts = {"version": version.pk, "post": post.pk, "how": how}
    record("give_brief", by=by, chain=version.brief.action.key, subject=given, on=given_on, facts=facts)
    return given


def _only_pdf(media_type: str) -> list[Concern]:
    if media_type == PDF:
        return []
    return [Concern("brief-no-paper", Severity.BLOCK, _("Send the brief as a PDF."))]
