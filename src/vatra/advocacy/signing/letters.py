"""What a mail to a signer says, in the language of the signing: a question, a reminder of it, or news."""

from collections.abc import Iterator
from urllib.parse import urljoin

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from vatra.advocacy.models import SignerMail
from vatra.advocacy.signing.links import new_link
from vatra.advocacy.signing.words import LinkPurpose
from vatra.kernel.seal import open_seal

# What a letter needs to be read along with its mail.
ITS_READER = ("signature__signer", "signature__sheet__action", "news")


def letter(mail: SignerMail) -> EmailMessage:
    """The mail as it is sent; each has links of its own."""
    signature = mail.signature
    assert signature.signer is not None
    with translation.override(signature.language):
        subject = (
            str(mail.news.subject) if mail.news else _("Did you sign “%(title)s”?") % {"title": _title(mail)}
        )
        lines = _news(mail) if mail.news else _question(mail)
        body = "\n\n".join([*lines, _way_out(mail)]) + "\n"
        return EmailMessage(subject, body, to=[open_seal(signature.signer.email_sealed)])


def _question(mail: SignerMail) -> Iterator[str]:
    assert mail.signature.signer is not None
    given = {"name": mail.signature.signer.name, "title": _title(mail)}
    yield _("Somebody signed “%(title)s” with your address, in the name of: %(name)s.") % given
    if mail.number:
        yield _(
            "We have asked you before. If you do not answer, your address is erased and nobody writes to you again."
        )
    yield _(
        "If that was you, open this page and press the button. Only then does your signature count: %(address)s"
    ) % {"address": _page(mail, LinkPurpose.CONFIRM)}
    yield _("If that was not you, you can say so on the same page, and your address is erased.")


def _news(mail: SignerMail) -> Iterator[str]:
    assert mail.news is not None
    yield str(mail.news.words)
    yield _("You get this mail because you signed “%(title)s” and agreed to be written to.") % {
        "title": _title(mail)
    }


def _way_out(mail: SignerMail) -> str:
    return _(
        "Here you see what you signed and agreed to, can agree to more, and can take it back: %(address)s"
    ) % {"address": _page(mail, LinkPurpose.OWN)}


def _page(mail: SignerMail, purpose: LinkPurpose) -> str:
    word = new_link(mail.signature, purpose)
    # Addresses of the public site begin with the short code.
    language = mail.signature.language.partition("-")[0]
    page = {LinkPurpose.CONFIRM: "public:confirm_signature", LinkPurpose.OWN: "public:own_signature"}[purpose]
    return urljoin(
        settings.PUBLIC_SITE, reverse(page, args=[language, mail.signature.sheet.action.slug, word])
    )


def _title(mail: SignerMail) -> str:
    return str(mail.signature.sheet.action.title)
