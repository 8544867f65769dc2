"""Acts of coding: answering the code book about a clipping, and settling where two coders differ."""

from collections.abc import Mapping

from vatra.access.models import User
from vatra.advocacy.actions.media import MEDIA
from vatra.advocacy.media.books import book, latest
from vatra.advocacy.media.codes import CODERS
from vatra.advocacy.media.rules import answers_every_question, two_have_coded
from vatra.advocacy.models import Adjudication, Clipping, Coding
from vatra.kernel.atomic import atomic
from vatra.kernel.concern import heed
from vatra.kernel.constraints import well_formed
from vatra.kernel.ledger import Actor, record


@atomic()
def code_clipping(*, clipping: Clipping, codes: Mapping[str, str], by: Actor) -> Coding:
    """One coder answers the whole code book about a clipping, before seeing what the other answered."""
    Clipping.objects.select_for_update(no_key=True).get(pk=clipping.pk)
    newest = latest()
    heed(answers_every_question(codes, newest, messages=_messages(clipping)), {})
    coding = Coding(
        clipping=clipping,
        coder_id=by.somebody,
        # A third coder has no turn; who codes twice is told so first.
        turn=min(clipping.codings.count() + 1, CODERS),
        book=newest.number,
        codes=dict(codes),
        coded_at=by.at,
    )
    well_formed(coding)
    coding.save()
    facts = {"clipping": clipping.pk, "book": newest.number}
    record("code_clipping", by=by, chain=MEDIA, subject=coding, facts=facts)
    return coding


@atomic()
def settle_coding(
    *, clipping: Clipping, codes: Mapping[str, str], why: str, together_with: User | None, by: Actor
) -> Adjudication:
    """A third person, or the two coders together, say what holds where the two differed."""
    codings = list(clipping.codings.order_by("turn"))
    heed(two_have_coded(number=len(codings)), {})
    holds = {**codings[0].codes, **codes}
    # Where a new version came in between, the older one is what both have answered.
    both_by = book(min(coding.book for coding in codings))
    heed(answers_every_question(holds, both_by, messages=_messages(clipping)), {})
    settled = Adjudication(
        clipping=clipping,
        codes=holds,
        why=why,
        decided_by_id=by.somebody,
        together_with=together_with,
        decided_at=by.at,
    )
    well_formed(settled)
    settled.save()
    facts = {"clipping": clipping.pk, "together": together_with is not None}
    record("settle_coding", by=by, chain=MEDIA, subject=settled, facts=facts)
    return settled


def _messages(clipping: Clipping) -> set[str]:
    """The messages a clipping may carry: those of its campaign on the day it came out."""
    if clipping.campaign is None:
        return set()
    held = clipping.campaign.messages.held_on(clipping.published_on)
    return {str(pk) for pk in held.values_list("pk", flat=True)}
