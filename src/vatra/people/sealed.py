"""A field whose text is sealed in the database: readable with the organisation's key only."""

import base64
import hashlib
import hmac
from typing import Any

from cryptography.fernet import Fernet
from django.conf import settings
from django.db import models


def _fernet() -> Fernet:
    key = hashlib.sha256(b"seal:" + settings.SEAL_KEY.encode()).digest()
    return Fernet(base64.urlsafe_b64encode(key))


def fingerprint(text: str) -> str:
    """The same text gives the same fingerprint under the same key: finds a number without opening the seal."""
    key = hashlib.sha256(b"fingerprint:" + settings.SEAL_KEY.encode()).digest()
    return hmac.new(key, text.strip().upper().encode(), hashlib.sha256).hexdigest()[:32]


class SealedTextField(models.TextField):  # type: ignore[type-arg]
    """Text kept as an authenticated ciphertext (Fernet: AES-128-CBC with HMAC-SHA256)."""

    def get_prep_value(self, value: Any) -> Any:
        text = super().get_prep_value(value)
        return _fernet().encrypt(text.encode()).decode() if text else text

    def from_db_value(self, value: str | None, *_args: object) -> str | None:
        """Open the seal when the row is read."""
        return _fernet().decrypt(value.encode()).decode() if value else value
