"""One edition of a page of the site: what changed, publishing it, calling it off, going back to it."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from vatra.access.doors import StaffRequest, actor, needs
from vatra.access.roles import Permission
from vatra.access.writing import Writing
from vatra.advocacy.actions.site import call_off_edition, publish_edition, write_edition
from vatra.advocacy.forms.site import Confirm, PublishForm
from vatra.advocacy.models import SiteEdition
from vatra.advocacy.site.differences import Difference, differences
from vatra.advocacy.site.editions import shown_of, state_of
from vatra.advocacy.site.words import EditionState
from vatra.kernel import clock
from vatra.kernel.in_languages import SITE_LANGUAGES, Wording
from vatra.kernel.sentence import Sentence


@dataclass(frozen=True)
class Entered:
    """An edition with its state now."""

    edition: SiteEdition
    state: EditionState

    @property
    def page_url(self) -> str:
        """The page it belongs to."""
        return reverse("advocacy:site_page", args=[self.edition.page.slug])


def _entered(slug: str, number: int) -> Entered:
    found = SiteEdition.objects.select_related("page", "written_by", "published_by", "copied_from")
    edition = get_object_or_404(found, page__slug=slug, edition=number)
    now = clock.now()
    shown = shown_of(edition.page, edition.page.editions.all(), now)
    return Entered(edition, state_of(edition, shown, now))


@needs(Permission.KEEP_SITE)
def edition(request: StaffRequest, slug: str, number: int) -> HttpResponse:
    """An edition beside the one before: what was added and what was taken out, and how it would look."""
    entered = _entered(slug, number)
    page = entered.edition.page
    before = page.editions.filter(edition__lt=number).order_by("edition").last()
    context = {
        "entered": entered,
        "edition": entered.edition,
        "page": page,
        "before": before,
        "parts": _changes(before, entered.edition),
        "languages": [(code, code not in entered.edition.missing) for code in SITE_LANGUAGES],
        "may_publish": entered.state == EditionState.WRITTEN,
        "may_call_off": entered.state == EditionState.SCHEDULED,
        "may_return": entered.state in {EditionState.SUPERSEDED, EditionState.CALLED_OFF},
    }
    return render(request, "advocacy/edition.html", context)


def _changes(before: SiteEdition | None, after: SiteEdition) -> list[tuple[Sentence, list[Difference]]]:
    """For each part of the page that changed: how, in which language."""
    parts = ((_("Title"), "title"), (_("In two sentences"), "summary"), (_("Text"), "body"))
    changed = [(words, differences(_said(before, name), getattr(after, name))) for words, name in parts]
    return [(words, found) for words, found in changed if found]


def _said(edition: SiteEdition | None, part: str) -> Wording:
    return getattr(edition, part) if edition else Wording()


@needs(Permission.KEEP_SITE)
def publish(request: StaffRequest, slug: str, number: int) -> HttpResponse:
    """Let visitors read an edition, from now on or from a moment."""
    entered = _entered(slug, number)
    writing = Writing(request)
    form = writing.form(PublishForm)
    by = actor(request, Permission.KEEP_SITE)
    done = writing.send(
        form,
        lambda: publish_edition(
            edition=entered.edition, from_moment=form.moment(by.at), reasons=form.reasons, by=by
        ),
        to=lambda _edition: entered.page_url,
        said=_("The edition is published."),
    )
    return done or writing.page(
        form,
        title=_("Publish edition %(number)s?") % {"number": number},
        button=_("Publish"),
        back=_back(entered),
    )


@needs(Permission.KEEP_SITE)
def call_off(request: StaffRequest, slug: str, number: int) -> HttpResponse:
    """An edition that was to be shown later will not be."""
    entered = _entered(slug, number)
    if entered.state != EditionState.SCHEDULED:
        return redirect(_back(entered))
    writing = Writing(request)
    form = writing.form(Confirm)
    by = actor(request, Permission.KEEP_SITE)
    done = writing.send(
        form,
        lambda: call_off_edition(edition=entered.edition, by=by),
        to=lambda _edition: entered.page_url,
        said=_("The edition will not be shown."),
    )
    title = _("Call off edition %(number)s?") % {"number": number}
    return done or writing.page(form, title=title, button=_("Call it off"), back=_back(entered))


@needs(Permission.KEEP_SITE)
def go_back(request: StaffRequest, slug: str, number: int) -> HttpResponse:
    """Take an old edition up again: its words become a new edition, which is then published like any other."""
    entered = _entered(slug, number)
    old = entered.edition
    newest = old.page.editions.order_by("edition").last()
    writing = Writing(request)
    form = writing.form(Confirm)
    by = actor(request, Permission.KEEP_SITE)
    done = writing.send(
        form,
        lambda: write_edition(
            page=old.page,
            title=old.title,
            summary=old.summary,
            body=old.body,
            based_on=newest.edition if newest else 0,
            copied_from=old,
            reasons={},
            by=by,
        ),
        to=lambda copy: reverse("advocacy:edition", args=[slug, copy.edition]),
        said=_("The old words are a new edition. Visitors read it once it is published."),
    )
    return done or writing.page(
        form,
        title=_("Go back to edition %(number)s?") % {"number": number},
        lead=_("Nothing is lost: what was written since stays in the history."),
        button=_("Go back to it"),
        back=_back(entered),
    )


def _back(entered: Entered) -> str:
    return reverse("advocacy:edition", args=[entered.edition.page.slug, entered.edition.edition])
