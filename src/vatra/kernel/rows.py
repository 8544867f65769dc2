"""Forms with rows: several children of one concern, several goals of one plan, sent together."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django import forms
from django.forms.utils import ErrorDict

from vatra.kernel.forms import Acts


class WithRows(Acts):
    """Beside a form's own fields stand `rows`, forms with a prefix each; the form is valid if all of them are."""

    rows: Sequence[Any] = ()

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        self.rows = self.make_rows(data)

    def make_rows(self, data: Any) -> Sequence[forms.BaseForm]:
        """The rows, in their order on the page."""
        raise NotImplementedError

    @property
    def errors(self) -> ErrorDict:
        """What is wrong here and in the rows, so that one summary names it all."""
        found = ErrorDict(super().errors)
        for row in self.rows:
            found.update({row.add_prefix(name): errors for name, errors in row.errors.items()})
        return found

    def __iter__(self) -> Iterator[forms.BoundField]:
        yield from super().__iter__()
        for row in self.rows:
            yield from row


def rows_in(written: Mapping[str, Any], prefix: str, *, least: int) -> int:
    """How many rows named `prefix-1`, `prefix-2` … a page had when it was sent or kept as a draft."""
    numbers = [name.split("-")[1] for name in written if name.startswith(f"{prefix}-")]
    return max([least, *(int(number) for number in numbers if number.isdigit())])
