"""What the forms of advocacy have in common."""

from collections.abc import Iterable
from typing import Any, Generic, TypeVar

from django import forms
from django.utils.translation import gettext_lazy as _

from vatra.advocacy.models import Institution, Post
from vatra.kernel.forms import ActForm
from vatra.kernel.ledger import Actor
from vatra.kernel.sentence import Sentence

T = TypeVar("T")

CHOOSE = _("Choose")
WHERE = _("Address of the source")


class ActAbout(ActForm, Generic[T]):
    """A form whose fields become the arguments of one act about one thing."""

    def __init__(self, data: Any = None, *, about: T) -> None:
        super().__init__(data, initial=self.first_words(about))
        self.about = about

    def first_words(self, _about: T) -> dict[str, Any]:
        """What stands in the form before anybody typed."""
        return {}

    def write(self, *, by: Actor) -> object:
        """The one act of this form."""
        raise NotImplementedError


class Correction(ActAbout[T]):
    """Writes something anew that was told before, or says that it did not happen."""

    did_not_happen = forms.BooleanField(label=_("This did not happen at all"), required=False)

    # The fields of what is corrected that the form begins with.
    told: tuple[str, ...] = ()

    def __init__(self, data: Any = None, *, about: T) -> None:
        super().__init__(data, about=about)
        # Asked last: first one looks at what was told.
        self.fields["did_not_happen"] = self.fields.pop("did_not_happen")

    def first_words(self, about: T) -> dict[str, Any]:
        return {name: getattr(about, name) for name in self.told}


class OneOf(forms.ChoiceField):
    """One answer from a list, in which nothing is chosen beforehand."""

    def __init__(
        self,
        *,
        label: Sentence,
        of: Iterable[tuple[Any, Any]],
        nothing: Sentence = CHOOSE,
        **options: Any,
    ) -> None:
        super().__init__(label=label, choices=[("", nothing), *of], **options)


class Value(forms.DecimalField):
    """A measured value."""

    def __init__(self, *, label: Sentence, **options: Any) -> None:
        widget = forms.TextInput({"inputmode": "decimal", "class": "govuk-input--width-10"})
        super().__init__(label=label, widget=widget, max_digits=14, decimal_places=2, **options)


class Address(forms.URLField):
    """The address of a source."""

    def __init__(self, *, label: Sentence = WHERE, **options: Any) -> None:
        super().__init__(label=label, max_length=500, assume_scheme="https", **options)


class Digest(forms.CharField):
    """SHA-256 of a document that was put away, in hexadecimal; empty where none was."""

    def __init__(self) -> None:
        super().__init__(
            label=_("SHA-256 digest of the archived document"),
            help_text=_("64 signs, as a program such as sha256sum prints them."),
            required=False,
            max_length=64,
        )

    def clean(self, value: Any) -> str:
        return str(super().clean(value)).lower()


class PostChoice(forms.ModelChoiceField):  # type: ignore[type-arg]
    """A post, with the institution it belongs to."""

    def __init__(self, *, label: Sentence, **options: Any) -> None:
        posts = Post.objects.select_related("institution").order_by(
            "institution__level", "institution_id", "pk"
        )
        super().__init__(label=label, queryset=posts, empty_label=_("Choose"), **options)

    def label_from_instance(self, obj: Post) -> str:
        return _("%(institution)s: %(post)s") % {"institution": obj.institution, "post": obj}


def of_our_staff(form: forms.Form, name: str, staff: Any) -> None:
    """Let a field of the form be one of these people."""
    field = form.fields[name]
    assert isinstance(field, forms.ModelChoiceField)
    field.queryset = staff


def house_and_post(about: Post | Institution) -> tuple[Post | None, Institution | None]:
    """The post, or the institution as a whole: one of the two."""
    return (about, None) if isinstance(about, Post) else (None, about)
