"""Bringing the stored clocks in line with a pack; doing it twice changes nothing."""

from datetime import date

from django.db import transaction

from vatra.kernel.duty import ClockRule, WorkingCalendar, recompute_many
from vatra.law.foreseeing import Change, change_by
from vatra.law.packs import Pack, calendar_of, codes
from vatra.law.packs import pack as known_pack
from vatra.law.path.waiting import wait_all_anew


@transaction.atomic
def apply_pack(pack: Pack, *, on: date) -> Change:
    """Store the clocks of a pack and recompute the files its changed clocks touch, no others; returns which.

    Where children wait is worked out anew for all of them: the path of the pack may have changed.
    """
    change = change_by(pack)
    load_clocks(pack=pack)
    recompute_many(change.touched, on)
    wait_all_anew(pack.code)
    return change


def apply_all_packs(*, on: date) -> None:
    """The same for every pack that comes with Vatra."""
    for code in codes():
        apply_pack(known_pack(code), on=on)


def load_all_clocks() -> None:
    """Store the clocks of every pack that comes with Vatra where there are no duties yet."""
    for code in codes():
        load_clocks(pack=known_pack(code))


@transaction.atomic
def load_clocks(*, pack: Pack) -> int:
    """Store the rules and the calendar of a pack, and leave the duties; returns how many rules there are."""
    stored = {(rule.code, rule.valid_from): rule for rule in ClockRule.objects.filter(pack=pack.code)}
    for clock in pack.clocks:
        rule = stored.pop((clock.code, clock.valid_from), None) or ClockRule(pack=pack.code)
        for name, value in clock.model_dump(exclude={"source"}).items():
            setattr(rule, name, value)
        rule.about_home, rule.citation = clock.about_home, clock.source
        rule.save()
    ClockRule.objects.filter(pk__in=[rule.pk for rule in stored.values()]).delete()
    days = calendar_of(pack)
    WorkingCalendar.objects.update_or_create(
        pack=pack.code, defaults={"week": sorted(days.week), "holidays": sorted(days.holidays)}
    )
    return len(pack.clocks)
