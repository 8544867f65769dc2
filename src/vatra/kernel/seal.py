"""Sealing a text so that it is readable with the organisation's key only."""

import base64
import hashlib
from functools import cache

from cryptography.fernet import Fernet
from django.conf import settings


@cache
def _fernet(words: str) -> Fernet:
    key = hashlib.sha256(b"seal:" + words.encode()).digest()
    return Fernet(base64.urlsafe_b64encode(key))


def seal(text: str) -> str:
    """The text as an authenticated ciphertext (Fernet: AES-128-CBC with HMAC-SHA256)."""
    return _fernet(settings.SEAL_KEY).encrypt(text.encode()).decode()


def open_seal(sealed: str) -> str:
    """The text that was sealed; under another key, or after a change, InvalidToken."""
    return _fernet(settings.SEAL_KEY).decrypt(sealed.encode()).decode()
