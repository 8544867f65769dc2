"""A day typed into three boxes, whole or in part."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vatra.kernel.partial import PartialDate, Precision
from vatra.kernel.typed_day import TypedDay, read_day, read_month, read_year

PARTS = ("day", "month", "year")


class _Box(forms.TextInput):
    """One of the boxes of a date, with a visible label of its own."""

    template_name = "vatra/forms/box.html"

    def __init__(self, label: Any, width: int) -> None:
        super().__init__({"class": f"govuk-date-input__input govuk-input--width-{width}", "label": label})

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"]["label"] = context["widget"]["attrs"].pop("label")
        return context


class _Tick(forms.CheckboxInput):
    template_name = "vatra/forms/tick.html"


class DayInput(forms.MultiWidget):
    """Day, month and year in a box each; what was typed stays as it was typed."""

    template_name = "vatra/forms/day.html"
    use_fieldset = True

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(self.boxes(), attrs)

    def boxes(self) -> dict[str, forms.Widget | type[forms.Widget]]:
        """The boxes by name, in their order."""
        return {
            "day": _Box(gettext_lazy("Day"), 2),
            "month": _Box(gettext_lazy("Month"), 5),
            "year": _Box(gettext_lazy("Year"), 4),
        }

    def use_required_attribute(self, initial: Any) -> bool:  # noqa: ARG002 (Django's signature)
        """A browser would demand every box, the tick too; the field itself says what is missing."""
        return False

    def decompress(self, value: Any) -> list[Any]:
        return [str(value.day), str(value.month), str(value.year)] if value else ["", "", ""]

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> Any:
        """The boxes, or a date that a link carries as one value, such as ?until=2026-03-31."""
        if whole := data.get(name):
            return [str(whole), "", "", *[""] * (len(self.widgets) - len(PARTS))]
        return super().value_from_datadict(data, files, name)


class PartialDayInput(DayInput):
    """The same boxes, and a tick for a date that is only believed."""

    def boxes(self) -> dict[str, forms.Widget | type[forms.Widget]]:
        return {**super().boxes(), "estimated": _Tick()}

    def decompress(self, value: PartialDate | None) -> list[Any]:
        if value is None:
            return ["", "", "", False]
        knows_month = value.precision != Precision.YEAR
        knows_day = knows_month and value.precision != Precision.MONTH
        return [
            str(value.day.day) if knows_day else "",
            str(value.day.month) if knows_month else "",
            str(value.day.year),
            value.precision == Precision.ESTIMATED,
        ]


class _BoxesField(forms.Field):
    """A field read from the boxes; `latest` gives the last day allowed, usually `clock.today`."""

    def __init__(self, *, latest: Callable[[], date] | None = None, **options: Any) -> None:
        super().__init__(**options)
        self.latest = latest

    def check_not_after_latest(self, day: date) -> None:
        """A day that has not come yet cannot be reported."""
        if self.latest and day > self.latest():
            raise ValidationError(
                _("%(day)s has not come yet: write a day up to today.") % {"day": date_format(day, "j F Y")},
                code="future",
            )

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return bool(self.to_python(initial) != self.to_python(data))
        except ValidationError:
            return True


class DayField(_BoxesField):
    """One day of the calendar, as a `date`, or None where nothing was typed and nothing is required."""

    widget = DayInput

    def to_python(self, value: Any) -> date | None:
        if value is None or isinstance(value, date):
            return value
        typed = TypedDay.of(*(part or "" for part in value))
        if typed.is_empty:
            return None
        day = read_day(typed)
        self.check_not_after_latest(day)
        return day


class PartialDateField(_BoxesField):
    """A day of which only the year, or the month and year, may be known, as a `PartialDate` or None."""

    widget = PartialDayInput

    def to_python(self, value: Any) -> PartialDate | None:
        if value is None or isinstance(value, PartialDate):
            return value
        *parts, estimated = value
        typed = TypedDay.of(*(part or "" for part in parts))
        if typed.is_empty:
            return None
        day, precision = _known_parts(typed)
        self.check_not_after_latest(day)
        return PartialDate(day, Precision.ESTIMATED if estimated else precision)


def _known_parts(typed: TypedDay) -> tuple[date, Precision]:
    """The first day that fits what is known, and how much is known."""
    if typed.missing == "dm":
        return date(read_year(typed.year), 1, 1), Precision.YEAR
    if typed.missing == "d":
        return date(read_year(typed.year), read_month(typed.month), 1), Precision.MONTH
    if typed.missing == "m":
        raise ValidationError(_("Write the month as well, or leave the day out."), code="incomplete")
    return read_day(typed), Precision.EXACT
