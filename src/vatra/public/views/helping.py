"""Getting help, and telling of a worry about a child."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from vatra.access.models import Receiving, SentIn
from vatra.advocacy.models import HowToReachUs
from vatra.casework.actions import receive_worry_from_site
from vatra.casework.models import Concern
from vatra.kernel import clock
from vatra.public.door import PublicRequest, everybody
from vatra.public.forms.worry import WorryForm
from vatra.public.helplines import numbers, our_number
from vatra.public.receiving import municipalities_read
from vatra.public.sending import answer_to
from vatra.public.texts import text_of
from vatra.public.visitor import visitor


@everybody
def help_page(request: PublicRequest) -> HttpResponse:
    """Whom to call, at once or to talk; then what happens. Only where somebody reads it, also a form."""
    today = clock.today()
    said = HowToReachUs.objects.order_by("said_at", "pk").last()
    context = {
        "text": text_of("help"),
        "danger": numbers("danger", on=today),
        "advice": numbers("advice", on=today),
        "our_own": our_number(said),
        "may_write": bool(municipalities_read(SentIn.WORRY, on=today)),
    }
    return render(request, "public/help.html", context)


@everybody
def worry(request: PublicRequest) -> HttpResponse:
    """Write down a worry; it lands with the unit that answers for the municipality."""
    today = clock.today()
    read = municipalities_read(SentIn.WORRY, on=today)
    if not read:
        raise Http404
    form = WorryForm(request.POST if request.method == "POST" else None, municipalities=read)
    return answer_to(
        request,
        form,
        lambda: _received(form),
        to=reverse("public:worry_told", args=[request.language]),
        template="public/worry.html",
        danger=numbers("danger", on=today),
    )


@everybody
def worry_told(request: PublicRequest) -> HttpResponse:
    """What happens now; the same for everybody."""
    return render(request, "public/worry_told.html", {"danger": numbers("danger", on=clock.today())})


def _received(form: WorryForm) -> Concern:
    by, given = visitor(), form.given
    unit = Receiving.objects.unit_for(SentIn.WORRY, given["municipality"], on=by.today)
    assert unit is not None
    return receive_worry_from_site(unit=unit, by=by, **given)
