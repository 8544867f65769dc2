"""The sheet about forms of care, to print and hand over."""

from datetime import datetime
from functools import lru_cache

from django.utils.translation import gettext as _

from vatra.decisions.documents import SHEET
from vatra.decisions.documents.sheet import sheet_in
from vatra.kernel.clock import LOCAL
from vatra.kernel.typesetting import as_pdf
from vatra.kernel.typesetting.languages import in_language


@lru_cache
def sheet_on_paper(language: str) -> bytes:
    """The sheet as PDF; the same file for everybody, dated by the year of its edition."""
    sheet = sheet_in(language)
    with in_language(language):
        foot = _("Edition %(edition)s") % {"edition": sheet.edition}
    content = {
        "title": sheet.title,
        "heading": sheet.title,
        "author": "Vatra",
        "foot": foot,
        "lead": sheet.lead,
        "ask": sheet.ask,
        "forms": [
            {"name": each.name, "points": each.points, "questions": each.questions} for each in sheet.forms
        ],
        "rights_heading": sheet.rights_heading,
        "rights": sheet.rights,
    }
    year = int(sheet.edition.split("-")[0])
    return as_pdf(SHEET, content, language=language, at=datetime(year, 1, 1, tzinfo=LOCAL))
