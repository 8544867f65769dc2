"""Pages that are a text and nothing more, and the few that add something to theirs."""

from django.http import Http404, HttpResponse
from django.shortcuts import render

from vatra.advocacy.models import HowToReachUs
from vatra.public.door import PublicRequest, everybody
from vatra.public.kept import told
from vatra.public.texts import text_of


@everybody
def text(request: PublicRequest, slug: str) -> HttpResponse:
    """A text of the site."""
    found = text_of(slug)
    if found is None:
        raise Http404
    return render(request, "public/text.html", {"text": found})


@everybody
def contact(request: PublicRequest) -> HttpResponse:
    """How to reach the organisation; what nobody has said is not shown."""
    context = {"text": text_of("contact"), "us": HowToReachUs.objects.order_by("said_at", "pk").last()}
    return render(request, "public/contact.html", context)


@everybody
def privacy(request: PublicRequest) -> HttpResponse:
    """What is kept of visitors and how long: in words, and as the records themselves declare it."""
    return render(request, "public/privacy.html", {"text": text_of("privacy"), "kept": told()})
