"""Acts towards others: handing the list over to whom it is addressed, and writing news to those who agreed."""

from collections.abc import Iterable

from django.db import connection

from vatra.advocacy.models import Delivery, News, Signature, SigningSheet
from vatra.advocacy.signing.list_of_names import ListOfNames, list_of_names
from vatra.advocacy.signing.refusals import nobody_agreed
from vatra.advocacy.signing.words import Purpose, SignerMailKind
from vatra.kernel.atomic import atomic
from vatra.kernel.concern import Refused
from vatra.kernel.constraints import well_formed
from vatra.kernel.in_languages import Wording
from vatra.kernel.ledger import Actor, record


@atomic()
def deliver(*, sheet: SigningSheet, to: str, by: Actor) -> ListOfNames:
    """Hand over the list of everybody whose signature counts and who agreed to be delivered; its digest is kept."""
    names = list_of_names(sheet)
    if not names.number:
        raise Refused([nobody_agreed()])
    delivery = Delivery(
        sheet=sheet,
        to=to,
        number=names.number,
        digest=names.digest,
        delivered_at=by.at,
        delivered_by_id=by.somebody,
    )
    well_formed(delivery)
    delivery.save()
    facts = {"signatures": names.number, "digest": names.digest.hex()}
    record("deliver", by=by, chain=sheet.action.key, subject=delivery, facts=facts)
    return names


@atomic()
def write_news(*, sheet: SigningSheet, subject: Wording, words: Wording, by: Actor) -> News:
    """Write to everybody whose signature counts and who agreed to be written to."""
    news = News(sheet=sheet, subject=subject, words=words, written_at=by.at)
    well_formed(news)
    news.save()
    readers = Signature.objects.counted().agreeing_to(Purpose.MAIL).filter(sheet=sheet, signer__isnull=False)
    number = _written(news, readers.values_list("pk", flat=True))
    if not number:
        raise Refused([nobody_agreed()])
    record("write_news", by=by, chain=sheet.action.key, subject=news, facts={"readers": number})
    return news


_WRITE = f"""
    INSERT INTO advocacy_signermail (key, signature_id, kind, number, news_id, written_at)
    SELECT gen_random_uuid(), reader, '{SignerMailKind.NEWS}', 0, %s, %s FROM unnest(%s::bigint[]) AS reader
"""  # noqa: S608 - the word is our own


def _written(news: News, readers: Iterable[int]) -> int:
    with connection.cursor() as cursor:
        cursor.execute(_WRITE, [news.pk, news.written_at, list(readers)])
        return int(cursor.rowcount)
