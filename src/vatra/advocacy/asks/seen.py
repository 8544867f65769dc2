"""An ask as its page shows it on a day: where it stands, what happened, how it is rated, what was promised."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from vatra.advocacy.asks.scales import OnOtherScales, on_other_scales
from vatra.advocacy.asks.state import Happening, State, standing, state_on
from vatra.advocacy.asks.words import Stage
from vatra.advocacy.institutions.seen import SeenPromise, seen, with_judgements
from vatra.advocacy.models import (
    AskUpdate,
    ContributionRating,
    PolicyAsk,
    ProgressRating,
    QualityRating,
    Term,
)
from vatra.advocacy.words import Theme
from vatra.kernel import clock


@dataclass(frozen=True)
class Ratings:
    """Three answers to three questions; None where nobody has answered yet."""

    progress: ProgressRating | None
    quality: QualityRating | None
    contribution: ContributionRating | None


@dataclass(frozen=True)
class SeenAsk:
    """An ask on a day: `state` as it is known today, `state_then` as it was known at the end of that day."""

    ask: PolicyAsk
    on: date
    holder: Term | None
    state: State | None
    state_then: State | None
    history: list[AskUpdate]
    ratings: Ratings
    promises: list[SeenPromise]

    @property
    def scales(self) -> OnOtherScales:
        """What other trackers would call it."""
        stage = self.state.stage if self.state else Stage.ASKED
        return on_other_scales(stage, Theme(self.ask.theme))

    @property
    def withdrawal(self) -> AskUpdate | None:
        """The update by which we withdrew the ask, where that is how it stands."""
        if self.state is None or self.state.stage != Stage.WITHDRAWN:
            return None
        return next(each for each in self.history if each.pk == self.state.number)

    @property
    def was_known(self) -> bool:
        """Whether on that day one already knew what is known today."""
        return _stage(self.state) == _stage(self.state_then)


def seen_on(ask: PolicyAsk, day: date) -> SeenAsk:
    """Everything the public may know about an ask on a day. Seven queries at most."""
    updates = list(ask.updates.order_by("happened_on", "pk"))
    told = happenings(updates)
    counted = {each.number for each in standing(told) if each.happened_on <= day}
    promises = with_judgements(ask.promises.filter(made_on__lte=day)).order_by("made_on", "pk")
    return SeenAsk(
        ask=ask,
        on=day,
        holder=ask.addressee.terms.held_on(day).first(),
        state=state_on(day, told, asked_on=ask.asked_on),
        state_then=state_on(day, told, asked_on=ask.asked_on, known_at=end_of(day)),
        history=[each for each in reversed(updates) if each.pk in counted],
        ratings=ratings_on(ask, day),
        promises=seen(promises, on=day),
    )


def happenings(updates: Iterable[AskUpdate]) -> Sequence[Happening]:
    """Updates as the fold reads them."""
    return [
        Happening(
            number=each.pk,
            happened_on=each.happened_on,
            stage=each.stage,
            approved_at=each.approved_at,
            supersedes=each.supersedes_id,
            did_not_happen=each.did_not_happen,
        )
        for each in updates
    ]


def ratings_on(ask: PolicyAsk, day: date) -> Ratings:
    """The latest rating of each kind up to a day; a contribution counts once somebody else approved it."""
    by_then = {"rated_on__lte": day}
    newest = ("-rated_on", "-pk")
    approved = ask.contribution_ratings.filter(approved_at__isnull=False, **by_then)
    return Ratings(
        ask.progress_ratings.filter(**by_then).order_by(*newest).first(),
        ask.quality_ratings.filter(**by_then).order_by(*newest).first(),
        approved.prefetch_related("evidence").order_by(*newest).first(),
    )


def end_of(day: date) -> datetime:
    """The last moment of a day in Kosovo."""
    return datetime.combine(day + timedelta(days=1), time(), clock.LOCAL) - timedelta(microseconds=1)


def _stage(state: State | None) -> Stage | None:
    return state.stage if state else None
