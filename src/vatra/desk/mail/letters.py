"""What a mail says, in the language of its reader: counts and links. There is nothing in it that could name a child."""

from collections.abc import Iterator, Mapping
from urllib.parse import urljoin

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vatra.access.models import Mail
from vatra.access.models.mail import MailKind


def letter(mail: Mail) -> EmailMessage:
    """The mail as it is sent."""
    with translation.override(mail.user.language):
        is_escalation = mail.kind == MailKind.ESCALATION
        lines = _escalation(mail.counts) if is_escalation else _digest(mail.counts)
        subject = _("Vatra asks for your attention") if is_escalation else _("What waits for you in Vatra")
        return EmailMessage(subject, "\n\n".join(lines) + "\n", to=[mail.user.email])


def _digest(counts: Mapping[str, int]) -> Iterator[str]:
    yield _("Good morning.")
    yield "\n".join(_waiting(counts))
    yield _("Your day stands here: %(address)s") % {"address": _at(reverse("desk:my_day"))}
    yield _(
        "No mail of Vatra names a child. Whether this one comes every morning, once a week or never, you choose here: %(address)s"
    ) % {"address": _at(reverse("access:my_mails"))}


def _waiting(counts: Mapping[str, int]) -> Iterator[str]:
    """One sentence for each count that is not zero."""
    if late := counts["late"]:
        yield ngettext("%(count)d duty is late.", "%(count)d duties are late.", late) % {"count": late}
    if today := counts["today"]:
        yield ngettext("%(count)d duty is due today.", "%(count)d duties are due today.", today) % {
            "count": today
        }
    if week := counts["this_week"]:
        yield ngettext(
            "%(count)d duty is due in the six days after today.",
            "%(count)d duties are due in the six days after today.",
            week,
        ) % {"count": week}
    if units := counts["late_in_units"]:
        yield ngettext(
            "%(count)d duty is late in the units you answer for.",
            "%(count)d duties are late in the units you answer for.",
            units,
        ) % {"count": units}


def _escalation(counts: Mapping[str, int]) -> Iterator[str]:
    yield _("Good morning.")
    number = counts["escalated"]
    yield ngettext(
        "%(count)d duty for a child in the units you answer for is so late that you have to know of it.",
        "%(count)d duties for children in the units you answer for are so late that you have to know of them.",
        number,
    ) % {"count": number}
    yield _("What is late stands here: %(address)s") % {"address": _at(reverse("desk:late"))}
    yield _("No mail of Vatra names a child. You are told of each duty once.")


def _at(path: str) -> str:
    return urljoin(settings.SITE, path)
