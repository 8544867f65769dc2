"""Could you be a foster family?"""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from vatra.access.models import Receiving, SentIn
from vatra.homes.actions import make_enquiry
from vatra.homes.models import Enquiry
from vatra.kernel import clock
from vatra.public.door import PublicRequest, everybody
from vatra.public.forms.foster import FosterForm
from vatra.public.languages import OF_ADDRESS
from vatra.public.receiving import municipalities_read
from vatra.public.sending import answer_to
from vatra.public.texts import text_of
from vatra.public.visitor import visitor


@everybody
def foster(request: PublicRequest) -> HttpResponse:
    """What it means to be a foster family, and the way to ask."""
    may_ask = bool(municipalities_read(SentIn.ENQUIRY, on=clock.today()))
    return render(request, "public/foster.html", {"text": text_of("foster"), "may_ask": may_ask})


@everybody
def ask_to_foster(request: PublicRequest) -> HttpResponse:
    """Ask; it lands with the unit that answers for the municipality."""
    read = municipalities_read(SentIn.ENQUIRY, on=clock.today())
    if not read:
        raise Http404
    form = FosterForm(request.POST if request.method == "POST" else None, municipalities=read)
    return answer_to(
        request,
        form,
        lambda: _asked(form, request.language),
        to=reverse("public:foster_asked", args=[request.language]),
        template="public/ask_to_foster.html",
    )


@everybody
def foster_asked(request: PublicRequest) -> HttpResponse:
    """What happens now; the same for everybody."""
    return render(request, "public/foster_asked.html")


def _asked(form: FosterForm, language: str) -> Enquiry:
    by, asked = visitor(), form.enquiry
    unit = Receiving.objects.unit_for(SentIn.ENQUIRY, asked["municipality"], on=by.today)
    assert unit is not None
    return make_enquiry(unit=unit, language=OF_ADDRESS[language], by=by, **asked)
