"""Acts of forgetting: what nobody confirmed ends, and who signed is erased when the day has come."""

from vatra.advocacy.models import Signature, SigningSheet
from vatra.advocacy.signing.erasing import erase_signers
from vatra.advocacy.signing.retention import past_their_day, unconfirmed_too_long
from vatra.kernel.atomic import atomic
from vatra.kernel.ledger import Actor, Entry, record, record_many

AT_ONCE = 5_000


@atomic()
def expire_unconfirmed(*, by: Actor) -> int:
    """End what its signer has not confirmed within a month, and erase name and address; what was turned away too."""
    waiting = unconfirmed_too_long(by.at).order_by("pk").select_for_update(of=("self",))
    ended = list(waiting[:AT_ONCE])
    erase_signers(ended)
    unanswered = Signature.objects.unanswered().filter(pk__in=[each.pk for each in ended])
    unanswered.update(expired_at=by.at)
    table = Signature._meta.db_table
    record_many([Entry("expire_signature", by, each.key, (table, str(each.pk))) for each in ended])
    return len(ended)


@atomic()
def erase_contacts(*, sheet: SigningSheet, seen: int, by: Actor) -> int:
    """Erase the names and addresses of signers whom nobody has written to for two years; their signatures stay counted.

    `seen` is how many the report named; others whose day comes meanwhile wait for the next one.
    """
    past = past_their_day(by.today).filter(sheet=sheet).order_by("pk").select_for_update(of=("self",))
    erased = list(past[:seen])
    erase_signers(erased)
    record("erase_contacts", by=by, chain=sheet.action.key, subject=sheet, facts={"signers": len(erased)})
    return len(erased)
