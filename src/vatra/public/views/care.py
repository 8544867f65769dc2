"""The forms of family care: all of them at one look, and each by itself."""

from django.http import Http404, HttpResponse
from django.shortcuts import render

from vatra.kernel import clock
from vatra.public.care.explained import explained, one_explained
from vatra.public.door import PublicRequest, everybody
from vatra.public.texts import text_of


@everybody
def forms_of_care(request: PublicRequest) -> HttpResponse:
    """Every form with what it is and when it fits, in the order in which one looks."""
    context = {"text": text_of("forms-of-care"), "forms": explained(request.language)}
    return render(request, "public/forms_of_care.html", context)


@everybody
def form_of_care(request: PublicRequest, form: str) -> HttpResponse:
    """One form: the same points as for every other, and what the law asks, with its sources."""
    found = one_explained(request.language, form, on=clock.today())
    if found is None:
        raise Http404
    return render(request, "public/form_of_care.html", {"form": found})
