"""What every value of a pack carries: where it is from, when it holds, and whether somebody has verified it."""

from datetime import date
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

Language = Literal["sq", "sr-latn", "en"]
Text = Annotated[str, Field(min_length=1)]
Code = Annotated[str, Field(pattern=r"^[A-Za-z0-9_]+$")]
Name = Annotated[dict[Language, Text], Field(min_length=1)]


class Strict(BaseModel):
    """A table of a pack: nothing may be missing, unknown, or of another kind than it should be."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class Value(Strict):
    """A value of a law or a standard; `valid_to` is its last day, and missing while it holds."""

    source: Text
    valid_from: date
    valid_to: date | None = None
    verified: bool

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        if self.valid_to and self.valid_to < self.valid_from:
            raise ValueError("valid_to lies before valid_from. Write its last day, or leave valid_to out")
        return self

    def holds_on(self, day: date) -> bool:
        """Whether the value holds on a day."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


class Coded(Value):
    """A value that is found by its code; a later version of it has the same code and another `valid_from`."""

    code: Code


class Named(Coded):
    """A value with a name in each language of its pack."""

    name: Name

    def name_in(self, language: str) -> str:
        """The name in a language, or in the first the pack has."""
        return self.name.get(language) or next(iter(self.name.values()))  # type: ignore[call-overload]


def one_of(known: Any) -> AfterValidator:
    """Only these words, said in the answer to any other."""
    words = [str(word) for word in known]

    def check(word: str) -> str:
        if word not in words:
            raise ValueError(f"“{word}” is not known here. Write one of: {', '.join(words)}")
        return word

    return AfterValidator(check)
