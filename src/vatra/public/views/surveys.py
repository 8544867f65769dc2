"""Answering a survey: no account, no name, and nothing kept that leads back to who answered."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from vatra.advocacy.awareness.words import Mode
from vatra.advocacy.forms.answering import PublicAnswers
from vatra.advocacy.models import SurveyWave
from vatra.advocacy.signing.limits import SUSTAINED
from vatra.kernel import clock
from vatra.public.door import NOT_KEPT, PublicRequest, everybody
from vatra.public.flood import may_send
from vatra.public.visitor import visitor


@everybody
def survey(request: PublicRequest, slug: str) -> HttpResponse:
    """The questions of an open wave."""
    waves = SurveyWave.objects.select_related("survey").filter(slug=slug, mode=Mode.WEB)
    wave = waves.filter(opened_at__isnull=False).first()
    if wave is None:
        raise Http404
    if not SurveyWave.objects.asking_on(clock.today()).filter(pk=wave.pk).exists():
        return render(request, "public/survey_over.html", {"wave": wave})
    form = PublicAnswers(request.POST or None, about=wave)
    if request.method == "POST" and form.is_valid() and _is_kept(request, form):
        return redirect("public:survey_thanks", request.language, slug)
    context = {
        "wave": wave,
        "form": form,
        "is_in_this_language": get_language() in wave.languages,
    }
    answer = render(request, "public/survey.html", context, status=422 if form.errors else 200)
    # Each page has a number of its own, so that sending it twice counts once: no cache hands it to two people.
    answer.headers["Cache-Control"] = NOT_KEPT
    return answer


def _is_kept(request: PublicRequest, form: PublicAnswers) -> bool:
    """Whether the answers are there now: from this page, or from the same one sent before."""
    if form.was_sent_before:
        return True
    # Who answers by a code answers once; anybody else as often as a class does from one school.
    if not form.wave.needs_code and not may_send(request, f"survey-{form.wave.pk}", most=SUSTAINED):
        sentence = _("Too many answers came from your network. Please try again in an hour.")
        form.add_error(None, sentence)
        return False
    return form.did(lambda: form.write(by=visitor()))


@everybody
def survey_thanks(request: PublicRequest, slug: str) -> HttpResponse:
    """The answers were kept."""
    wave = SurveyWave.objects.select_related("survey").filter(slug=slug, opened_at__isnull=False).first()
    if wave is None:
        raise Http404
    return render(request, "public/survey_thanks.html", {"wave": wave})
