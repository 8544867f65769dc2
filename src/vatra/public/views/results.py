"""What campaigns found out, released by two people."""

from django.http import Http404, HttpResponse
from django.shortcuts import render

from vatra.advocacy.models import ResultPage
from vatra.advocacy.paging import latest_first
from vatra.advocacy.shown import page_shown
from vatra.kernel.keyset import number_in
from vatra.public.door import PublicRequest, everybody


@everybody
def results(request: PublicRequest) -> HttpResponse:
    """The pages that were released, the newest first."""
    released = ResultPage.objects.released().select_related("campaign")
    pages, older = latest_first(released, "released_at", number_in(request.GET.get("after", "")))
    return render(request, "public/results.html", {"pages": pages, "older": older})


@everybody
def result(request: PublicRequest, slug: str) -> HttpResponse:
    """One wave or one evaluation, whatever came of it."""
    page = ResultPage.objects.released().select_related("campaign").filter(slug=slug).first()
    if page is None:
        raise Http404
    return render(request, "public/result.html", {"page": page, "shown": page_shown(page)})
