"""Writing about what those in office think, say and promise."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from vatra.access.doors import StaffRequest, needs
from vatra.access.roles import Permission
from vatra.advocacy.forms.about import ActAbout
from vatra.advocacy.forms.answers import (
    CorrectEncounterForm,
    CorrectJudgementForm,
    CorrectStanceForm,
    EncounterForm,
    JudgementForm,
    PromiseForm,
    StanceForm,
)
from vatra.advocacy.models import Encounter, Institution, Post, Promise, PromiseJudgement, Stance
from vatra.advocacy.page import one_act

CORRECTED = _("It is corrected. What was written before stays in the record.")


@needs(Permission.KEEP_CAMPAIGNS)
def record_stance(request: StaffRequest, pk: int) -> HttpResponse:
    """Say where the holder of a post stands towards an ask."""
    return one_act(
        request,
        StanceForm,
        about=get_object_or_404(Post.objects.select_related("institution"), pk=pk),
        title=_("Where does the holder of this post stand?"),
        button=_("Save the position"),
        back=_page_of(pk),
        said=_("The position is written down."),
    )


@needs(Permission.KEEP_CAMPAIGNS)
def correct_stance(request: StaffRequest, pk: int) -> HttpResponse:
    """Write a stance anew."""
    stance = get_object_or_404(Stance.objects.standing().select_related("post__institution"), pk=pk)
    return _correct(request, CorrectStanceForm, stance, _page_of(stance.post_id))


@needs(Permission.KEEP_CAMPAIGNS)
def meet_post(request: StaffRequest, pk: int) -> HttpResponse:
    """Write down a meeting or a letter with the holder of a post."""
    found = get_object_or_404(Post.objects.select_related("institution"), pk=pk)
    return _meet(request, found, _page_of(pk))


@needs(Permission.KEEP_CAMPAIGNS)
def meet_institution(request: StaffRequest, pk: int) -> HttpResponse:
    """Write down a meeting or a letter with an institution as a whole."""
    return _meet(request, get_object_or_404(Institution, pk=pk), reverse("advocacy:institution", args=[pk]))


@needs(Permission.KEEP_CAMPAIGNS)
def correct_encounter(request: StaffRequest, pk: int) -> HttpResponse:
    """Write an encounter anew."""
    standing = Encounter.objects.standing().select_related("post__institution", "institution", "ask")
    found = get_object_or_404(standing, pk=pk)
    house = reverse("advocacy:institution", args=[found.institution_id]) if found.institution_id else ""
    return _correct(request, CorrectEncounterForm, found, house or _page_of(found.post_id or 0))


@needs(Permission.KEEP_CAMPAIGNS)
def record_promise(request: StaffRequest, pk: int) -> HttpResponse:
    """Keep the exact words of a promise."""
    return one_act(
        request,
        PromiseForm,
        about=get_object_or_404(Post.objects.select_related("institution"), pk=pk),
        title=_("Write down a promise"),
        button=_("Keep the promise"),
        back=_page_of(pk),
        said=_("The promise is written down, word for word."),
    )


@needs(Permission.KEEP_CAMPAIGNS)
def judge_promise(request: StaffRequest, pk: int) -> HttpResponse:
    """Say what became of a promise."""
    promise = get_object_or_404(Promise.objects.select_related("post__institution"), pk=pk)
    return one_act(
        request,
        JudgementForm,
        about=promise,
        title=_("What became of the promise?"),
        lead=promise.quote,
        button=_("Save what became of it"),
        back=_page_of(promise.post_id),
        said=_("It is written down what became of the promise."),
    )


@needs(Permission.KEEP_CAMPAIGNS)
def correct_judgement(request: StaffRequest, pk: int) -> HttpResponse:
    """Write what became of a promise anew."""
    standing = PromiseJudgement.objects.standing().select_related("promise__post__institution")
    found = get_object_or_404(standing, pk=pk)
    return _correct(request, CorrectJudgementForm, found, _page_of(found.promise.post_id))


def _meet(request: StaffRequest, about: Post | Institution, back: str) -> HttpResponse:
    return one_act(
        request,
        EncounterForm,
        about=about,
        title=_("Write down a meeting or a letter"),
        lead=str(about),
        button=_("Save what was said"),
        back=back,
        said=_("It is written down what was said."),
    )


def _correct(request: StaffRequest, form: type[ActAbout[Any]], about: Any, back: str) -> HttpResponse:
    return one_act(
        request,
        form,
        about=about,
        title=_("Correct what was written"),
        button=_("Save the correction"),
        back=back,
        said=CORRECTED,
    )


def _page_of(pk: int) -> str:
    return reverse("advocacy:post", args=[pk])
