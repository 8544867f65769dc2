"""What somebody agrees to who asks; every version stays, so that an old enquiry still says what was agreed."""

from django.utils.translation import gettext_lazy as _

from vatra.kernel.sentence import Sentence

CONSENTS: dict[str, Sentence] = {
    "2026-1": _(
        "You may keep what I write here and contact me about it. I can take this back at any time, without saying why."
    ),
}
NEWEST = max(CONSENTS)
