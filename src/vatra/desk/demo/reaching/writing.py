"""People write to the minister: some in their own words, some with ours, and the ministry answers a few."""

from datetime import timedelta

from vatra.advocacy.actions.letters import (
    CallText,
    Written,
    call_for_letters,
    confirm_letter,
    let_letters_go,
    note_reply,
    read_letter,
    write_letter,
)
from vatra.advocacy.letters.words import MailKind, ReplyKind, Verdict
from vatra.advocacy.models import ActionMail, LetterCall, WrittenLetter
from vatra.desk.demo.reaching.letters_told import SUBJECT, SUGGESTED, TITLE, TOLD, ToldLetter
from vatra.desk.demo.reaching.team import Team
from vatra.kernel.in_languages import Wording

SLUG = "write-to-the-minister"
BEGAN, ENDS = 60, -60
A_WHILE = timedelta(hours=3)


def write(team: Team) -> None:
    """The call, its letters, who read them, and what came back."""
    call = _call(team)
    for told in TOLD:
        _letter(team, call, told)
    _with_our_words(team, call)


def _call(team: Team) -> LetterCall:
    text = CallText(
        addressee=team.minister,
        subject=SUBJECT,
        suggested=SUGGESTED,
        sends_from=team.ago(BEGAN),
        sends_until=team.ago(ENDS),
        per_hour=12,
        jitter_minutes=20,
        own_address="office@vatra.example",
    )
    announced = team.announced(SLUG, TITLE, ago=BEGAN, until=ENDS)
    call = call_for_letters(announced=announced, text=text, by=team.by(BEGAN))
    return let_letters_go(call=call, is_test=False, by=team.by(BEGAN))


def _letter(team: Team, call: LetterCall, told: ToldLetter) -> None:
    letter = _confirmed(team, call, told.name, told.words, ago=told.ago)
    if told.readers:
        _read(letter, team, told)
    if told.sent:
        _has_gone(letter)
    if told.answered_after is not None:
        came_on = team.ago(told.ago - told.answered_after)
        by = team.somebody(told.ago - told.answered_after)
        note_reply(letter=letter, kind=ReplyKind.ANSWERED, came_on=came_on, by=by)


def _confirmed(team: Team, call: LetterCall, name: str, words: str, *, ago: int) -> WrittenLetter:
    email = f"{name.split(maxsplit=1)[0].lower()}.{call.letters.count()}@writers.example"
    by = team.somebody(ago)
    letter = write_letter(call=call, written=Written(name, email, words, "sq", "prishtine"), by=by)
    # The mail that asked was answered at once: nothing of it waits in the demonstration.
    letter.mails.filter(kind=MailKind.CONFIRM_LETTER).update(offered_at=by.at, sent_at=by.at)
    return confirm_letter(letter=letter, by=by)


def _read(letter: WrittenLetter, team: Team, told: ToldLetter) -> None:
    for reader in (team.by, team.by_second)[: told.readers]:
        read_letter(
            letter=letter,
            verdict=Verdict.PASS,
            reason=None,
            tells_of_child=told.tells_of_child,
            by=reader(told.ago),
        )


def _has_gone(letter: WrittenLetter) -> None:
    mail = ActionMail.objects.get(letter=letter, kind=MailKind.LETTER)
    mail.offered_at = mail.sent_at = mail.written_at + A_WHILE
    mail.save(update_fields=["offered_at", "sent_at"])


def _with_our_words(team: Team, call: LetterCall) -> None:
    """Whoever leaves the suggested text as it is, is counted."""
    for name in ("Arben Lushaku", "Vjollca Tahiri", "Goran Ristić"):
        _confirmed(team, call, name, Wording(SUGGESTED)["sq"], ago=6)
