"""The pages of the public site, for those who keep them: the list, one page, writing, publishing."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from vatra.access.doors import StaffRequest, actor, needs
from vatra.access.roles import Permission
from vatra.access.writing import Writing
from vatra.advocacy.actions.site import arrange_page, open_site_page, take_page_down, write_edition
from vatra.advocacy.forms.site import ArrangeForm, EditionForm, NewPageForm, WhyForm
from vatra.advocacy.models import SiteEdition, SitePage
from vatra.advocacy.site.editions import shown_of, state_of
from vatra.advocacy.site.words import EditionState, PageKind, PagePlace
from vatra.kernel import clock
from vatra.kernel.atomic import atomic
from vatra.kernel.in_languages import SITE_LANGUAGES
from vatra.kernel.ledger import Actor


@dataclass(frozen=True)
class Listed:
    """A page in the list: its newest edition, the one visitors read, the next one, what is missing."""

    page: SitePage
    newest: SiteEdition
    shown: SiteEdition | None
    scheduled: SiteEdition | None

    @property
    def languages(self) -> list[tuple[str, bool]]:
        """Each language of the site, and whether everything is written in it."""
        return [(code, code not in self.newest.missing) for code in SITE_LANGUAGES]


@needs(Permission.KEEP_SITE)
def site(request: StaffRequest) -> HttpResponse:
    """Every page of the site: what is shown, what will be, what is missing in which language."""
    pages = SitePage.objects.prefetch_related("editions")
    listed = [_listed(page) for page in pages]
    context = {
        "standing": sorted(
            (each for each in listed if each.page.kind == PageKind.STANDING),
            key=lambda each: (PagePlace.values.index(each.page.place), each.page.position, each.page.pk),
        ),
        "news": sorted(
            (each for each in listed if each.page.kind == PageKind.NEWS),
            key=lambda each: (each.page.news_on, each.page.pk),
            reverse=True,
        ),
    }
    return render(request, "advocacy/site.html", context)


def _listed(page: SitePage) -> Listed:
    now, editions = clock.now(), list(page.editions.all())
    shown = shown_of(page, editions, now)
    waiting = [each for each in editions if state_of(each, shown, now) == EditionState.SCHEDULED]
    newest = max(editions, key=lambda each: each.edition)
    return Listed(page, newest, shown, min(waiting, key=_begins, default=None))


def _begins(edition: SiteEdition) -> float:
    assert edition.shown_from_at is not None
    return edition.shown_from_at.timestamp()


@needs(Permission.KEEP_SITE)
def site_page(request: StaffRequest, slug: str) -> HttpResponse:
    """One page with all its editions, the newest first."""
    page, now = get_object_or_404(SitePage, slug=slug), clock.now()
    editions = list(page.editions.select_related("written_by", "copied_from").order_by("-edition"))
    shown = shown_of(page, editions, now)
    context = {
        "page": page,
        "editions": [(each, state_of(each, shown, now)) for each in editions],
        "shown": shown,
        "newest": editions[0],
    }
    return render(request, "advocacy/site_page.html", context)


@needs(Permission.KEEP_SITE)
def new_site_page(request: StaffRequest) -> HttpResponse:
    """A new page or news, with its first edition; nobody else reads it before it is published."""
    writing = Writing(request)
    form = writing.form(NewPageForm, initial={"based_on": 0})
    by = actor(request, Permission.KEEP_SITE)
    done = writing.send(
        form,
        lambda: _opened(form, by),
        to=lambda edition: reverse("advocacy:edition", args=[edition.page.slug, edition.edition]),
        said=_("The page is written. It is not published yet."),
    )
    title, button = _("Write a new page"), _("Save the page")
    return done or writing.page(form, title=title, button=button, back=reverse("advocacy:site"))


@atomic()
def _opened(form: NewPageForm, by: Actor) -> SiteEdition:
    """The page and its first edition: two acts, both or neither."""
    page = open_site_page(by=by, **form.page)
    return write_edition(page=page, reasons=form.reasons, by=by, **form.edition)


@needs(Permission.KEEP_SITE)
def write_site_page(request: StaffRequest, slug: str) -> HttpResponse:
    """Write a page anew: what is typed is kept as a draft, saving makes an edition, publishing is another step."""
    page = get_object_or_404(SitePage, slug=slug)
    writing = Writing(request)
    newest = page.editions.order_by("edition").last()
    form = writing.form(EditionForm, initial=EditionForm.initial_from(newest))
    by = actor(request, Permission.KEEP_SITE)
    done = writing.send(
        form,
        lambda: write_edition(page=page, reasons=form.reasons, by=by, **form.cleaned_data),
        to=lambda edition: reverse("advocacy:edition", args=[slug, edition.edition]),
        said=_("The edition is saved. Visitors read it once it is published."),
    )
    return done or writing.page(
        form,
        title=_("Write the page “%(title)s” anew") % {"title": newest.title if newest else slug},
        button=_("Save as a new edition"),
        back=reverse("advocacy:site_page", args=[slug]),
    )


@needs(Permission.KEEP_SITE)
def arrange_site_page(request: StaffRequest, slug: str) -> HttpResponse:
    """Say where the link to a page stands."""
    page = get_object_or_404(SitePage, slug=slug, kind=PageKind.STANDING)
    writing = Writing(request)
    form = writing.form(ArrangeForm, initial={"place": page.place, "position": page.position})
    back = reverse("advocacy:site_page", args=[slug])
    by = actor(request, Permission.KEEP_SITE)
    done = writing.send(
        form,
        lambda: arrange_page(page=page, by=by, **form.cleaned_data),
        to=lambda _page: back,
        said=_("The link stands there now."),
    )
    return done or writing.page(form, title=_("Where does the link stand?"), button=_("Save"), back=back)


@needs(Permission.KEEP_SITE)
def take_site_page_down(request: StaffRequest, slug: str) -> HttpResponse:
    """Take a page from the site until it is published again."""
    page = get_object_or_404(SitePage, slug=slug)
    back = reverse("advocacy:site_page", args=[slug])
    if shown_of(page, page.editions.all(), clock.now()) is None:
        return redirect(back)
    writing = Writing(request)
    form = writing.form(WhyForm)
    by = actor(request, Permission.KEEP_SITE)
    done = writing.send(
        form,
        lambda: take_page_down(page=page, why=form.cleaned_data["why"], by=by),
        to=lambda _page: back,
        said=_("Visitors no longer read this page."),
    )
    return done or writing.page(
        form,
        title=_("Take the page down?"),
        lead=_("Visitors find nothing under its address until you publish an edition again."),
        button=_("Take it down"),
        back=back,
    )
