"""What a signer may still agree to, in the words that stand below the text that was signed."""

from django.db.models import QuerySet

from vatra.advocacy.models import ConsentText, Signature
from vatra.advocacy.signing.states import SignatureState
from vatra.advocacy.signing.words import Purpose

# Whoever has confirmed has shown that the mailbox is theirs.
CONFIRMED = (SignatureState.COUNTED, SignatureState.INVALID)


def still_to_agree(signature: Signature) -> QuerySet[ConsentText]:
    """The consents a confirmed signature lacks; a name is asked for only where the sheet shows names."""
    if signature.state not in CONFIRMED:
        return ConsentText.objects.none()
    given = signature.consents.filter(withdrawn_at=None)
    lacking = ConsentText.objects.filter(text=signature.text_id).exclude(pk__in=given.values("text"))
    if not signature.sheet.may_show_names:
        lacking = lacking.exclude(purpose=Purpose.SHOW_NAME)
    return lacking.order_by("pk")
