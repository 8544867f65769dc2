"""Files that leave the house: a picture drawn anew, a PDF looked at, and nothing else."""

from dataclasses import dataclass
from hashlib import sha256

from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from vatra.decisions.hearing.picture import MEDIA_TYPE, MOST_BYTES, only_what_it_shows
from vatra.kernel.concern import Concern, Refused, Severity
from vatra.kernel.sentence import Sentence

PDF = "application/pdf"
_BEGINS, _ENDS = b"%PDF-", b"%%EOF"
_LAST = 1024
# What a paper does by itself, or carries along unseen; who reads it has a reader that asks before it obeys.
_ACTS = (b"/JavaScript", b"/Launch", b"/EmbeddedFile")

TOO_LARGE = _("The file is larger than 8 MB.")
NO_PAPER = _("Send a PDF, or a picture as JPEG, PNG or WebP.")
ACTS_BY_ITSELF = _("This PDF carries a program or another file. Print it as a plain PDF and send that.")


@dataclass(frozen=True)
class Paper:
    """A file as it is kept and handed out."""

    content: bytes
    media_type: str
    file_name: str

    @property
    def is_picture(self) -> bool:
        """Whether it shows something and so needs a statement about children."""
        return self.media_type == MEDIA_TYPE

    @property
    def digest(self) -> str:
        """SHA-256 of what is handed out."""
        return sha256(self.content).hexdigest()


def paper(content: bytes, *, title: str) -> Paper:
    """The file as it is kept, named after its title; refused with a sentence if it is neither picture nor PDF."""
    if len(content) > MOST_BYTES:
        raise _refused("paper-large", TOO_LARGE)
    name = slugify(title) or "file"
    if content.startswith(_BEGINS):
        return Paper(_plain_pdf(content), PDF, f"{name}.pdf")
    try:
        return Paper(only_what_it_shows(content), MEDIA_TYPE, f"{name}.jpg")
    except Refused as refused:
        broken = any(concern.code == "picture-broken" for concern in refused.concerns)
        raise (_refused("paper-unknown", NO_PAPER) if broken else refused) from refused


def _plain_pdf(content: bytes) -> bytes:
    if _ENDS not in content[-_LAST:]:
        raise _refused("paper-unknown", NO_PAPER)
    if any(word in content for word in _ACTS):
        raise _refused("paper-acts", ACTS_BY_ITSELF)
    return content


def _refused(code: str, sentence: Sentence) -> Refused:
    return Refused([Concern(code, Severity.BLOCK, sentence)])
