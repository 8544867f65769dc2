"""How an edition will look, for those who keep the site; nobody else, and nothing is kept of it."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import translation

from vatra.access.doors import StaffRequest, needs
from vatra.access.roles import Permission
from vatra.advocacy.models import SiteEdition
from vatra.public.languages import OF_ADDRESS


@needs(Permission.KEEP_SITE)
def preview(request: StaffRequest, slug: str, number: int, language: str) -> HttpResponse:
    """The edition as visitors would read it in a language."""
    found = SiteEdition.objects.select_related("page")
    edition = get_object_or_404(found, page__slug=slug, edition=number)
    request.language = language  # type: ignore[attr-defined]
    with translation.override(OF_ADDRESS[language]):
        return render(request, "public/preview.html", {"text": edition})
