"""What campaigns found out, released by two people."""

from urllib.parse import urlencode

from django.db.models import Q
from django.http import Http404, HttpResponse
from django.shortcuts import render

from vatra.advocacy.models import ResultPage
from vatra.advocacy.shown import page_shown
from vatra.kernel.keyset import number_in
from vatra.public.door import PublicRequest, everybody

AT_ONCE = 20


@everybody
def results(request: PublicRequest) -> HttpResponse:
    """The pages that were released, the newest first."""
    pages = ResultPage.objects.released().select_related("campaign").order_by("-released_at", "-pk")
    last = ResultPage.objects.released().filter(pk=number_in(request.GET.get("after", "")) or 0).first()
    if last is not None:
        pages = pages.filter(
            Q(released_at__lt=last.released_at) | Q(released_at=last.released_at, pk__lt=last.pk)
        )
    found = list(pages[: AT_ONCE + 1])
    older = f"?{urlencode({'after': found[AT_ONCE - 1].pk})}" if len(found) > AT_ONCE else ""
    return render(request, "public/results.html", {"pages": found[:AT_ONCE], "older": older})


@everybody
def result(request: PublicRequest, slug: str) -> HttpResponse:
    """One wave or one evaluation, whatever came of it."""
    page = ResultPage.objects.released().select_related("campaign").filter(slug=slug).first()
    if page is None:
        raise Http404
    return render(request, "public/result.html", {"page": page, "shown": page_shown(page)})
