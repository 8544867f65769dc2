"""What a mail of an action says, in the language of whoever reads it."""

from collections.abc import Iterator
from urllib.parse import urljoin
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vatra.advocacy import tokens
from vatra.advocacy.letters.words import MailKind, ReplyKind
from vatra.advocacy.models import ActionMail, LetterCall, Registration, WrittenLetter


def mail_of(mail: ActionMail) -> EmailMessage:
    """The mail as it is sent."""
    if mail.kind == MailKind.CONFIRM_PLACE:
        assert mail.registration
        return _confirm_place(mail.registration)
    if mail.kind == MailKind.COLLECTED:
        return _collected(mail)
    assert mail.letter
    write = {
        MailKind.CONFIRM_LETTER: _confirm_letter,
        MailKind.DID_THEY_ANSWER: _did_they_answer,
        MailKind.LETTER: _letter,
    }
    return write[MailKind(mail.kind)](mail, mail.letter)


def _confirm_letter(_mail: ActionMail, letter: WrittenLetter) -> EmailMessage:
    with translation.override(letter.language):
        lines = (
            _("Somebody, probably you, wrote a letter to somebody in office with this address."),
            _("Open this page to read it once more and to send it: %(address)s")
            % {"address": _link("confirm_letter", letter.language, letter.key, tokens.CONFIRM_LETTER)},
            _("If it was not you, do nothing: nothing is sent, and you will hear no more of it."),
        )
        return EmailMessage(_("Please confirm your letter"), _joined(lines), to=[letter.email])


def _letter(mail: ActionMail, letter: WrittenLetter) -> EmailMessage:
    call = letter.call
    with translation.override(letter.language):
        body = _joined((letter.words, _signed(letter), _told_to_office(letter)))
        reply_to = [letter.email] if letter.shares_address else None
        return EmailMessage(str(call.subject), body, to=[_office(mail, call)], reply_to=reply_to)


def _signed(letter: WrittenLetter) -> str:
    return f"{letter.name}\n{letter.get_municipality_display()}".strip()


def _told_to_office(letter: WrittenLetter) -> str:
    return "\n".join(
        (
            "--",
            _("%(name)s wrote this letter on our site and confirmed the address.") % {"name": letter.name},
            _("Your answer goes to the writer directly.")
            if letter.shares_address
            else _("Please answer to this address: we pass your answer on."),
        )
    )


def _collected(mail: ActionMail) -> EmailMessage:
    """One letter for all who say the same."""
    call, people = mail.call, mail.people
    assert call
    assert people
    with translation.override(settings.LANGUAGE_CODE):
        support = ngettext(
            "%(number)d person supports what stands below, and confirmed it to us by e-mail.",
            "%(number)d people support what stands below, and confirmed it to us by e-mail.",
            people,
        ) % {"number": people}
        body = _joined((support, str(call.suggested)))
        return EmailMessage(str(call.subject), body, to=[_office(mail, call)])


def _did_they_answer(_mail: ActionMail, letter: WrittenLetter) -> EmailMessage:
    with translation.override(letter.language):
        return EmailMessage(
            _("Did they answer you?"), _joined(_asking(letter, str(letter.call.addressee))), to=[letter.email]
        )


def _asking(letter: WrittenLetter, post: str) -> Iterator[str]:
    yield _("Two weeks ago your letter went to: %(post)s.") % {"post": post}
    yield _("Did an answer come? Choose one of these; you are asked once more before anything is kept.")
    address = _link("did_they_answer", letter.language, letter.key, tokens.DID_THEY_ANSWER)
    for kind in ReplyKind:
        yield f"{kind.label}: {address}?kind={kind.value}"
    yield _("We publish how many letters each institution answers, and never who wrote them.")


def _confirm_place(registration: Registration) -> EmailMessage:
    with translation.override(registration.language):
        lines = (
            _("Somebody, probably you, registered with this address for: %(event)s.")
            % {"event": str(registration.occasion)},
            _("Open this page to confirm that you come: %(address)s")
            % {
                "address": _link(
                    "confirm_place", registration.language, registration.key, tokens.CONFIRM_PLACE
                )
            },
            _("If it was not you, do nothing: you will hear no more of it."),
        )
        return EmailMessage(_("Please confirm that you come"), _joined(lines), to=[registration.email])


def _office(mail: ActionMail, call: LetterCall) -> str:
    """The address of the office, or our own while it is tried out."""
    return call.own_address if mail.is_test else call.addressee.email


def _link(page: str, language: str, key: UUID, purpose: str) -> str:
    short = language.partition("-")[0]
    return urljoin(
        settings.PUBLIC_SITE, reverse(f"public:{page}", args=[short, tokens.token_for(key, purpose)])
    )


def _joined(lines: Iterator[str] | tuple[str, ...]) -> str:
    return "\n\n".join(lines) + "\n"
