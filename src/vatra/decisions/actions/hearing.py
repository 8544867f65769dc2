"""Hearing the child, and those who are close to the child."""

from datetime import date
from hashlib import sha256

from vatra.casework.rules import written_about_the_future
from vatra.decisions.hearing.hearings import facts_of
from vatra.decisions.hearing.picture import MEDIA_TYPE, only_what_it_shows
from vatra.decisions.hearing.states import HearingState, concerns_before_moving
from vatra.decisions.models import Drawing, Question, QuestionChild, TookPart
from vatra.decisions.states import still_prepared
from vatra.kernel.atomic import atomic
from vatra.kernel.concern import heed
from vatra.kernel.constraints import well_formed
from vatra.kernel.ledger import Actor, record
from vatra.people.models import Person


@atomic()
def prepare_hearing(
    *, child: QuestionChild, on: date, explained: str, wants_there: str, by: Actor
) -> QuestionChild:
    """The child knows beforehand what will be asked, why, what becomes of it, and chooses who is there (GC 12 §41)."""
    still_prepared(child.question)
    heed(written_about_the_future(on, by.today), {})
    child.prepared_on, child.prepared_by_id = on, by.somebody
    child.explained, child.wants_there = explained, wants_there
    well_formed(child)
    child.save(update_fields=["prepared_on", "prepared_by", "explained", "wants_there"])
    facts = {"question": child.question_id}
    record("prepare_hearing", by=by, chain=child.file.key, subject=child, on=on, facts=facts)
    return child


@atomic()
def record_hearing(
    *,
    child: QuestionChild,
    how: str,
    on: date,
    language: str,
    words: str,
    taken_up: str,
    by: Actor,
    where: str | None = None,
    interpreter: str = "",
    supported_by: str = "",
) -> QuestionChild:
    """Write down how the child's view was sought, and what the child said, in the child's words (R-02)."""
    still_prepared(child.question)
    heed(written_about_the_future(on, by.today), {})
    child.heard_how, child.heard_on, child.heard_by_id, child.heard_in = how, on, by.somebody, language
    child.heard_where, child.interpreter, child.supported_by = where, interpreter, supported_by
    child.words, child.taken_up, child.not_heard_reason = words, taken_up, None
    well_formed(child)
    child.save()
    facts = {"how": how, "language": language, "question": child.question_id}
    record("record_hearing", by=by, chain=child.file.key, subject=child, on=on, facts=facts)
    return child


@atomic()
def weigh_view(*, child: QuestionChild, taken_up: str, by: Actor) -> QuestionChild:
    """Say what of the child's view is taken up, what is not, and why (GC 12 §§44-45)."""
    still_prepared(child.question)
    heed(concerns_before_moving(facts_of(child, None), HearingState.WEIGHED), {})
    child.taken_up = taken_up
    well_formed(child)
    child.save(update_fields=["taken_up"])
    record("weigh_view", by=by, chain=child.file.key, subject=child, facts={"question": child.question_id})
    return child


@atomic()
def keep_drawing(*, child: QuestionChild, picture: bytes, says: str, by: Actor) -> Drawing:
    """Keep what the child drew or wrote by hand; the picture loses whatever its file tells of camera and place."""
    shown = only_what_it_shows(picture)
    still_prepared(child.question)
    drawing = Drawing(
        child=child,
        picture=shown,
        media_type=MEDIA_TYPE,
        says=says,
        kept_on=by.today,
        kept_by_id=by.somebody,
    )
    well_formed(drawing)
    drawing.save()
    facts = {"question": child.question_id, "sha256": sha256(shown).hexdigest()}
    record("keep_drawing", by=by, chain=child.file.key, subject=drawing, facts=facts)
    return drawing


@atomic()
def record_not_heard(*, child: QuestionChild, reason: str, by: Actor) -> QuestionChild:
    """Write down, by code, why the child's view could not be sought (R-02)."""
    still_prepared(child.question)
    heed(concerns_before_moving(facts_of(child, None), HearingState.NOT_HEARD), {})
    child.heard_how = child.heard_on = child.heard_by = child.heard_in = None
    child.heard_where, child.interpreter, child.supported_by = None, "", ""
    child.words, child.not_heard_reason = "", reason
    well_formed(child)
    child.save()
    record("record_not_heard", by=by, chain=child.file.key, subject=child, facts={"reason": reason})
    return child


@atomic()
def record_participant(
    *,
    question: Question,
    name: str,
    part: str,
    view: str,
    by: Actor,
    person: Person | None = None,
    how: str | None = None,
    on: date | None = None,
    language: str | None = None,
    taken_up: str = "",
    not_heard: str | None = None,
) -> TookPart:
    """Write down who else took part, in which capacity, with what view, or why it could not be sought (R-26, R-31)."""
    still_prepared(question)
    heed(written_about_the_future(on or by.today, by.today), {})
    participant = TookPart(
        question=question,
        name=name,
        part=part,
        view=view,
        person=person,
        heard_how=how,
        heard_on=on,
        heard_by_id=by.somebody if how else None,
        heard_in=language,
        taken_up=taken_up,
        not_heard_reason=not_heard,
    )
    well_formed(participant)
    participant.save()
    for child in question.children.select_related("file"):
        record("record_participant", by=by, chain=child.file.key, subject=participant, facts={"part": part})
    return participant
