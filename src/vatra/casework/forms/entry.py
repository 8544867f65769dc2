"""What forms for entries share: they are about a file, and they can be filled in with the entry they correct."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from vatra.casework.models import File
from vatra.kernel.forms import ActForm
from vatra.kernel.ledger import Actor


class EntryForm(ActForm):
    """A form for one kind of entry in one file."""

    def __init__(self, data: Any = None, *, file: File, corrects: Any = None, **options: Any):
        self.file = file
        self.corrects = corrects
        initial = {**self.first_values(), **(self.values_of(corrects) if corrects else {})}
        super().__init__(data, initial=initial, **options)

    @classmethod
    def sizes(cls, _kept: Mapping[str, Any], _more: str) -> dict[str, int]:
        """How many rows of each kind the page has: by what was typed, and whether one more is asked for."""
        return {}

    def clean(self) -> dict[str, Any] | None:
        """Of two corrections at once the second is told so."""
        if self.corrects and hasattr(self.corrects, "corrected_by"):
            raise ValidationError(
                _(
                    "Somebody has corrected this entry meanwhile. Open it again and correct the newest version."
                )
            )
        return super().clean()

    def first_values(self) -> dict[str, Any]:
        """What a fresh form suggests."""
        return {}

    def values_of(self, entry: models.Model) -> dict[str, Any]:
        """The entry's own values, to be corrected."""
        return {name: getattr(entry, name) for name in self.base_fields}

    def write(self, *, by: Actor) -> models.Model:
        """The one act of this form."""
        raise NotImplementedError
