"""For each page about what is signed, what of the demonstration it shows."""

from vatra.advocacy.models import InvalidationBatch, SigningSheet
from vatra.advocacy.signing.links import new_link
from vatra.advocacy.signing.words import LinkPurpose

# What the script of the page asks for, and what a hand-over sends.
FILES_OF_SIGNING = {"public:proof"}
OF_A_SHEET = (
    *(
        "sheet",
        "new_text",
        "queue",
        "names",
        "batches",
        "new_batch",
        "hand_over",
        "write_news",
        "erase_contacts",
    ),
)
OF_A_PUBLIC_SHEET = ("sheet", "sheet_sent", "sheet_confirmed", "sheet_erased")


def of_signing() -> dict[str, list[object]]:
    """A petition, a batch of it, and what the mails to somebody who signed it lead to."""
    sheet = SigningSheet.objects.select_related("action").earliest("pk")
    slug = sheet.action.slug
    waiting = sheet.signatures.to_be_confirmed().select_related("sheet__action").latest("pk")
    return {
        **{f"advocacy:{page}": [slug] for page in OF_A_SHEET},
        "advocacy:undo_batch": [InvalidationBatch.objects.filter(undone_at=None).earliest("pk").pk],
        "public:front": ["en"],
        "public:sheets": ["sq"],
        **{f"public:{page}": ["sr", slug] for page in OF_A_PUBLIC_SHEET},
        "public:confirm_signature": ["en", slug, new_link(waiting, LinkPurpose.CONFIRM)],
        "public:own_signature": ["sq", slug, new_link(waiting, LinkPurpose.OWN)],
    }
