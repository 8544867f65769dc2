"""Generated proceedings: as the acts would have left them, whatever happened to the child."""

from datetime import date

import pytest
from django.db.models import F, Q

from tests.exchange_invented.conftest import TODAY
from tests.exchange_invented.test_shares import shares
from vatra.exchange.invented import Generated
from vatra.exchange.invented import calibration as known
from vatra.exchange.invented.chance import Chance
from vatra.exchange.invented.court_days import course_at_court
from vatra.kernel.ledger import Event
from vatra.law.models import Blocker, LegalStatus, Proceeding, ProceedingStep
from vatra.law.words import StatusKind
from vatra.placements.models import Placement

pytestmark = pytest.mark.django_db


def test_most_children_in_care_without_an_agreement_have_a_proceeding(caseload: Generated) -> None:
    asked = LegalStatus.objects.exclude(kind__in=[StatusKind.AGREEMENT, StatusKind.EMERGENCY])
    files = set(asked.values_list("file", flat=True))
    with_one = set(Proceeding.objects.values_list("file", flat=True))
    assert len(files & with_one) / len(files) == pytest.approx(known.SHARE_IN_PROCEEDINGS, abs=0.15)
    agreed = LegalStatus.objects.filter(kind=StatusKind.AGREEMENT).values("file")
    assert not Proceeding.objects.filter(file__in=agreed).exists()


def test_some_wait_some_are_decided_and_some_fell_away(caseload: Generated) -> None:
    outcomes = set(Proceeding.objects.values_list("outcome", flat=True))
    assert {None, "granted", "lapsed"} <= outcomes


def test_no_proceeding_goes_on_after_care(caseload: Generated) -> None:
    in_care = Placement.objects.filter(last_day__isnull=True).values("file")
    assert Proceeding.objects.filter(closed_on__isnull=True).exists()
    assert not Proceeding.objects.filter(closed_on__isnull=True).exclude(file__in=in_care).exists()
    assert not Proceeding.objects.filter(closed_on__gt=F("file__closed_on")).exists()


def test_nothing_happens_before_a_proceeding_is_opened_or_after_it_is_closed(caseload: Generated) -> None:
    early = Q(due_on__lt=F("proceeding__opened_on")) | Q(done_on__lt=F("proceeding__opened_on"))
    assert not ProceedingStep.objects.filter(early | Q(done_on__gt=F("proceeding__closed_on"))).exists()
    late = Q(first_day__gt=F("proceeding__closed_on")) | Q(last_day__gt=F("proceeding__closed_on"))
    assert Blocker.objects.exists()
    assert not Blocker.objects.filter(late).exists()
    assert not ProceedingStep.objects.filter(done_on__gte=TODAY).exists()


def test_every_hearing_that_was_put_off_has_a_later_day(caseload: Generated) -> None:
    put_off = list(ProceedingStep.objects.filter(put_off_because__isnull=False).select_related("put_off_to"))
    assert put_off
    assert all(hearing.put_off_to.due_on > hearing.due_on for hearing in put_off)
    instead = ProceedingStep.objects.filter(instead_of__isnull=False)
    assert set(instead.values_list("instead_of", flat=True)) == {hearing.pk for hearing in put_off}


@pytest.mark.parametrize(
    ("act", "rows"),
    [
        ("open_proceeding", Proceeding.objects.all()),
        ("close_proceeding", Proceeding.objects.filter(closed_on__isnull=False)),
        ("plan_step", ProceedingStep.objects.filter(instead_of__isnull=True)),
        ("put_off_hearing", ProceedingStep.objects.filter(put_off_because__isnull=False)),
        ("take_step", ProceedingStep.objects.filter(put_off_because__isnull=True, done_on__isnull=False)),
        ("block_proceeding", Blocker.objects.all()),
        ("unblock_proceeding", Blocker.objects.filter(last_day__isnull=False)),
    ],
)
def test_every_row_was_an_act_of_somebody(caseload: Generated, act: str, rows: object) -> None:
    written = {str(row.pk) for row in rows.all()}  # type: ignore[attr-defined]
    done = Event.objects.filter(act=act, subject_table__startswith="law_")
    assert written
    assert set(done.values_list("subject_id", flat=True)) == written


def test_hearings_are_put_off_as_often_as_said() -> None:
    chance, today = Chance("hearings"), date(2026, 3, 15)
    courses = [course_at_court(chance, date(2020, 1, 1), left_on=None, today=today) for _ in range(2_000)]
    # The last hearing of a proceeding was held.
    hearings = [step for course in courses for step in course.steps[:-1] if step.is_hearing]
    found = shares(step.is_put_off for step in hearings)
    assert found[True] == pytest.approx(known.SHARE_PUT_OFF, abs=0.05)
