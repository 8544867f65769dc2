"""Institutions, their posts, and who held a post when."""

from urllib.parse import urlencode

from django.db.models import Prefetch, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from vatra.access.doors import StaffRequest, needs
from vatra.access.roles import Permission
from vatra.advocacy.forms.institutions import (
    ChangePostForm,
    EndTermForm,
    InstitutionForm,
    PostForm,
    TermForm,
    WhichInstitutions,
)
from vatra.advocacy.institutions.seen import seen, with_judgements
from vatra.advocacy.models import Encounter, Institution, Post, Promise, Stance, Term
from vatra.advocacy.page import one_act, show
from vatra.advocacy.paging import goes_on, newest_first
from vatra.kernel import clock
from vatra.kernel.keyset import After, after_in, number_in

PAGE = 50


@needs(Permission.SEE_CAMPAIGNS)
def institutions(request: StaffRequest) -> HttpResponse:
    """Institutions by level and municipality, central ones first."""
    form = WhichInstitutions(request.GET or None)
    chosen = {name: value for name, value in form.cleaned_data.items() if value} if form.is_valid() else {}
    after = number_in(request.GET.get("after", "")) or 0
    listed = Institution.objects.filter(pk__gt=after, **chosen).order_by("pk")
    holders = Prefetch("terms", Term.objects.held_on(clock.today()), to_attr="held")
    posts = Post.objects.order_by("pk").prefetch_related(holders)
    found = list(listed.prefetch_related(Prefetch("posts", posts))[: PAGE + 1])
    context = {
        "institutions": found[:PAGE],
        "filter": form,
        "next": f"?{urlencode({**chosen, 'after': found[PAGE - 1].pk})}" if len(found) > PAGE else "",
    }
    return show(request, "advocacy/institutions.html", context)


@needs(Permission.SEE_CAMPAIGNS)
def institution(request: StaffRequest, pk: int) -> HttpResponse:
    """One institution: its posts with who holds them, and our meetings and letters."""
    found = get_object_or_404(Institution, pk=pk)
    holders = Prefetch("terms", Term.objects.held_on(clock.today()), to_attr="held")
    met = newest_first(_encounters().filter(institution=found), "met_on", after_in(request.GET))
    context = {
        "institution": found,
        "posts": found.posts.order_by("pk").prefetch_related(holders),
        "encounters": met.rows,
        "older_encounters": goes_on(met.next),
    }
    return show(request, "advocacy/institution.html", context)


@needs(Permission.SEE_CAMPAIGNS)
def post(request: StaffRequest, pk: int) -> HttpResponse:
    """One post: who held it when, where it stands, what was said, and what was promised."""
    found = get_object_or_404(Post.objects.select_related("institution"), pk=pk)
    stances = newest_first(_stances().filter(post=found), "taken_on", _after(request, "stances"))
    met = newest_first(_encounters().filter(post=found), "met_on", _after(request, "encounters"))
    promised = Promise.objects.filter(post=found).select_related("ask")
    promises = newest_first(with_judgements(promised), "made_on", _after(request, "promises"))
    context = {
        "post": found,
        "terms": found.terms.order_by("-first_day", "-pk"),
        "stances": stances.rows,
        "older_stances": goes_on(stances.next, of="stances"),
        "encounters": met.rows,
        "older_encounters": goes_on(met.next, of="encounters"),
        "promises": seen(promises.rows, on=clock.today()),
        "older_promises": goes_on(promises.next, of="promises"),
    }
    return show(request, "advocacy/post.html", context)


@needs(Permission.KEEP_CAMPAIGNS)
def enter_institution(request: StaffRequest) -> HttpResponse:
    """Write down an institution."""
    return one_act(
        request,
        InstitutionForm,
        about=None,
        title=_("Write down an institution"),
        button=_("Write down the institution"),
        back=reverse("advocacy:institutions"),
        to=lambda entered: reverse("advocacy:institution", args=[entered.pk]),
        said=_("The institution is written down."),
    )


@needs(Permission.KEEP_CAMPAIGNS)
def enter_post(request: StaffRequest, pk: int) -> HttpResponse:
    """Write down a post in an institution."""
    found = get_object_or_404(Institution, pk=pk)
    return one_act(
        request,
        PostForm,
        about=found,
        title=_("Write down a post"),
        lead=str(found),
        button=_("Write down the post"),
        back=reverse("advocacy:institution", args=[pk]),
        said=_("The post is written down."),
    )


@needs(Permission.KEEP_CAMPAIGNS)
def change_post(request: StaffRequest, pk: int) -> HttpResponse:
    """Call a post otherwise, or write down where its office is written to."""
    found = get_object_or_404(Post.objects.select_related("institution"), pk=pk)
    return one_act(
        request,
        ChangePostForm,
        about=found,
        title=_("Change the post"),
        lead=str(found.institution),
        button=_("Save the post"),
        back=reverse("advocacy:post", args=[pk]),
        said=_("The post is changed."),
    )


@needs(Permission.KEEP_CAMPAIGNS)
def begin_term(request: StaffRequest, pk: int) -> HttpResponse:
    """Say who holds a post from which day."""
    found = get_object_or_404(Post.objects.select_related("institution"), pk=pk)
    return one_act(
        request,
        TermForm,
        about=found,
        title=_("Somebody takes office"),
        lead=_("Whoever holds the post until then leaves it the day before."),
        button=_("Save the term of office"),
        back=reverse("advocacy:post", args=[pk]),
        said=_("It is written down who holds the post."),
    )


@needs(Permission.KEEP_CAMPAIGNS)
def end_term(request: StaffRequest, pk: int) -> HttpResponse:
    """Say on which day a term of office ends."""
    term = get_object_or_404(Term.objects.select_related("post__institution"), pk=pk)
    return one_act(
        request,
        EndTermForm,
        about=term,
        title=_("Somebody leaves office"),
        lead=term.holder,
        button=_("Save the last day"),
        back=reverse("advocacy:post", args=[term.post_id]),
        said=_("It is written down until when the post is held."),
    )


def _stances() -> QuerySet[Stance]:
    return Stance.objects.standing().select_related("ask")


def _encounters() -> QuerySet[Encounter]:
    return Encounter.objects.standing().select_related("ask")


def _after(request: StaffRequest, listed: str) -> After | None:
    """Where one of several lists of a page goes on; the others begin at their beginning."""
    return after_in(request.GET) if request.GET.get("of") == listed else None
