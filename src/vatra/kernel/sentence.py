"""The type of a whole sentence for a person: translated when it is shown, not when it is written."""

from typing import TYPE_CHECKING, TypeAlias

from django.utils.functional import Promise

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    Sentence: TypeAlias = str | _StrPromise
else:
    Sentence: TypeAlias = str | Promise
