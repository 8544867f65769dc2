"""A field whose text is sealed in the database: readable with the organisation's key only."""

import hashlib
import hmac
from typing import Any

from django.conf import settings
from django.db import models

from vatra.kernel.seal import open_seal, seal


def fingerprint(text: str) -> str:
    """The same text gives the same fingerprint under the same key: finds a number without opening the seal."""
    key = hashlib.sha256(b"fingerprint:" + settings.SEAL_KEY.encode()).digest()
    return hmac.new(key, text.strip().upper().encode(), hashlib.sha256).hexdigest()[:32]


class SealedTextField(models.TextField):  # type: ignore[type-arg]
    """Text that the database only holds sealed."""

    def get_prep_value(self, value: Any) -> Any:
        text = super().get_prep_value(value)
        return seal(text) if text else text

    def from_db_value(self, value: str | None, *_args: object) -> str | None:
        """Open the seal when the row is read."""
        return open_seal(value) if value else value
