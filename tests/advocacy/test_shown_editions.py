"""Which edition visitors read follows from moments alone, in the database and beside it alike."""

from datetime import datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from tests.advocacy.site import NOBODY, a_page, an_edition, published
from tests.builders import at
from vatra.advocacy.models import SiteEdition
from vatra.advocacy.site.editions import shown_of, state_of
from vatra.advocacy.site.words import EditionState
from vatra.kernel.ledger import Actor

START = at()
HOURS = st.integers(min_value=0, max_value=48)


def hour(number: int) -> datetime:
    return START + timedelta(hours=number)


class TestShownEditions(TestCase):
    """Each example writes a page with some editions, publishes and calls off, and looks at some moment."""

    @settings(max_examples=40)
    @given(
        moments=st.lists(st.none() | st.tuples(HOURS, st.booleans()), min_size=1, max_size=5),
        down=st.none() | HOURS,
        looked=HOURS,
    )
    def test_the_query_and_the_rule_agree(
        self, moments: list[tuple[int, bool] | None], down: int | None, looked: int
    ) -> None:
        page = a_page()
        for number, moment in enumerate(moments):
            edition = an_edition(page, en=f"Text {number}")
            if moment is not None:
                published(edition, at_moment=hour(moment[0]))
                if moment[1] and moment[0] > 0:
                    SiteEdition.objects.filter(pk=edition.pk).update(called_off_at=START)
        page.taken_down_at = None if down is None else hour(down)
        page.save()
        by_rule = shown_of(page, page.editions.all(), hour(looked))
        by_query = SiteEdition.objects.shown_at(hour(looked)).filter(page=page).first()
        assert by_rule == by_query
        states = [state_of(each, by_rule, hour(looked)) for each in page.editions.all()]
        assert states.count(EditionState.SHOWN) == (by_rule is not None)


@pytest.mark.django_db
def test_an_edition_goes_the_way_of_the_table() -> None:
    edition = an_edition()
    published(edition, at_moment=hour(2))
    assert state_of(edition, None, hour(1)) == EditionState.SCHEDULED
    assert state_of(edition, edition, hour(2)) == EditionState.SHOWN
    newer = published(an_edition(edition.page, en="Newer"), at_moment=hour(3))
    assert state_of(edition, newer, hour(3)) == EditionState.SUPERSEDED


@pytest.mark.django_db
@pytest.mark.parametrize("field", ["body", "edition", "written_at"])
def test_an_edition_stays_as_it_was_written(field: str) -> None:
    edition = an_edition()
    changed = {"body": {"en": "Other"}, "edition": 9, "written_at": hour(1)}[field]
    with pytest.raises(IntegrityError, match="edition_of_the_site_changed"), transaction.atomic():
        SiteEdition.objects.filter(pk=edition.pk).update(**{field: changed})


@pytest.mark.django_db
def test_a_moment_once_said_stays() -> None:
    edition = published(an_edition(), at_moment=hour(5))
    with pytest.raises(IntegrityError, match="edition_of_the_site_changed"), transaction.atomic():
        SiteEdition.objects.filter(pk=edition.pk).update(shown_from_at=hour(6))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("moments", "constraint"),
    [
        ({"shown_from_at": START}, "edition_shown_without_being_published"),
        ({"shown_from_at": START, "published_at": hour(1)}, "edition_shown_before_it_is_published"),
        (
            {"shown_from_at": hour(1), "published_at": START, "called_off_at": hour(1)},
            "edition_called_off_too_late",
        ),
    ],
)
def test_moments_that_cannot_be_are_refused(moments: dict[str, datetime], constraint: str) -> None:
    edition = an_edition(by=Actor(None, "", NOBODY.at))
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        SiteEdition.objects.filter(pk=edition.pk).update(**moments)
