"""Acts of those who look at signatures: letting them through, turning them away, and whose name is shown."""

from collections.abc import Iterable, Sequence

from vatra.advocacy.models import Signature, SignerMail
from vatra.advocacy.models.signing.signature import Signatures
from vatra.advocacy.signing.words import SignerMailKind, TurnedAwayFor
from vatra.kernel.atomic import atomic
from vatra.kernel.ledger import Actor, Entry, record_many


@atomic()
def let_through(*, signatures: Sequence[Signature], by: Actor) -> list[Signature]:
    """Ask the signers of these signatures by mail, as if nothing had been strange about them."""
    held = _locked(Signature.objects.held(), signatures)
    Signature.objects.filter(pk__in=[each.pk for each in held]).update(released_at=by.at)
    kind = SignerMailKind.CONFIRMATION
    SignerMail.objects.bulk_create([SignerMail(signature=each, kind=kind, written_at=by.at) for each in held])
    record_many(_entries("let_through", held, by))
    return held


@atomic()
def turn_away(*, signatures: Sequence[Signature], reason: TurnedAwayFor, by: Actor) -> list[Signature]:
    """End these signatures before a mail is sent, for one reason; their signers' names are erased a month after they signed."""
    held = _locked(Signature.objects.held(), signatures)
    of_them = Signature.objects.filter(pk__in=[each.pk for each in held])
    of_them.update(turned_away_at=by.at, turned_away_for=reason)
    record_many(_entries("turn_away", held, by, reason=reason.value))
    return held


@atomic()
def pass_names(*, signatures: Sequence[Signature], by: Actor) -> list[Signature]:
    """Show these names on the public page: their signers agreed, and somebody has looked at them."""
    waiting = _locked(Signature.objects.with_name_to_look_at(), signatures)
    Signature.objects.filter(pk__in=[each.pk for each in waiting]).update(name_passed_at=by.at)
    record_many(_entries("pass_name", waiting, by))
    return waiting


@atomic()
def hold_back_names(*, signatures: Sequence[Signature], by: Actor) -> list[Signature]:
    """Do not show these names; the signatures count all the same."""
    waiting = _locked(Signature.objects.with_name_to_look_at(), signatures)
    Signature.objects.filter(pk__in=[each.pk for each in waiting]).update(name_held_back_at=by.at)
    record_many(_entries("hold_back_name", waiting, by))
    return waiting


def _locked(waiting: Signatures, signatures: Sequence[Signature]) -> list[Signature]:
    """Of these, the ones that still wait; what somebody else has answered meanwhile is left as it is."""
    chosen = waiting.filter(pk__in=[each.pk for each in signatures]).order_by("pk")
    return list(chosen.select_for_update(of=("self",)))


def _entries(act: str, signatures: Iterable[Signature], by: Actor, **facts: object) -> list[Entry]:
    table = Signature._meta.db_table
    return [Entry(act, by, each.key, (table, str(each.pk)), facts=facts) for each in signatures]
