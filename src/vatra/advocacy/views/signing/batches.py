"""Taking signatures out of the count and putting them back."""

from django.contrib import messages
from django.db.models import Count
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from vatra.access.doors import StaffRequest, actor, needs
from vatra.access.roles import Permission
from vatra.access.writing import Writing
from vatra.advocacy.actions import invalidate, undo_invalidation
from vatra.advocacy.forms.signing import ConditionsForm, WhyForm, in_milliseconds
from vatra.advocacy.models import InvalidationBatch
from vatra.advocacy.signing.busy import busiest_networks
from vatra.advocacy.signing.conditions import Conditions, preview
from vatra.advocacy.views.signing.sheets import sheet_of
from vatra.kernel import clock


@needs(Permission.KEEP_SIGNATURES)
def batches(request: StaffRequest, slug: str) -> HttpResponse:
    """The batches of a sheet, the newest first."""
    sheet = sheet_of(slug)
    made = sheet.batches.select_related("made_by", "undone_by", "text").annotate(size=Count("taken"))
    return render(request, "advocacy/batches.html", {"sheet": sheet, "batches": made.order_by("-pk")})


@needs(Permission.KEEP_SIGNATURES)
def new_batch(request: StaffRequest, slug: str) -> HttpResponse:
    """Say what signatures have in common, look at what would be taken, and only then take it."""
    sheet = sheet_of(slug)
    form = ConditionsForm(request.POST or None, sheet=sheet, networks=lambda: busiest_networks(sheet))
    looked_at = None
    if form.is_valid():
        conditions = _conditions(form)
        if "take" in request.POST and form.did(lambda: _taken(request, form, conditions, slug)):
            messages.success(request, _("These signatures no longer count. You can undo it at any time."))
            return redirect("advocacy:batches", slug)
        looked_at = preview(sheet, conditions)
        form.carry_on(until=conditions.until_at, seen=looked_at.fitting)
    context = {"sheet": sheet, "form": form, "preview": looked_at}
    return render(request, "advocacy/new_batch.html", context, status=422 if form.errors else 200)


@needs(Permission.KEEP_SIGNATURES)
def undo_batch(request: StaffRequest, pk: int) -> HttpResponse:
    """Put back what a batch took."""
    batch = get_object_or_404(InvalidationBatch.objects.select_related("sheet__action"), pk=pk)
    writing, by = Writing(request), actor(request, Permission.KEEP_SIGNATURES)
    form = writing.form(WhyForm)
    back = reverse("advocacy:batches", args=[batch.sheet.action.slug])
    done = writing.send(
        form,
        lambda: undo_invalidation(batch=batch, **form.cleaned_data, by=by),
        to=lambda _batch: back,
        said=_("What this batch took counts again, unless another batch holds it."),
    )
    title, button = _("Undo a batch"), _("Undo it")
    return done or writing.page(form, title=title, button=button, back=back)


def _taken(
    request: StaffRequest, form: ConditionsForm, conditions: Conditions, slug: str
) -> InvalidationBatch:
    given = form.cleaned_data
    by = actor(request, Permission.KEEP_SIGNATURES)
    return invalidate(
        sheet=sheet_of(slug), conditions=conditions, seen=given["seen"] or 0, why=given["why"], by=by
    )


def _conditions(form: ConditionsForm) -> Conditions:
    """Without an end, the moment of looking is the end: who signs later was not looked at."""
    given = form.cleaned_data
    return Conditions(
        until_at=given["until_at"] or in_milliseconds(clock.now()),
        name_pattern=given["name_pattern"],
        domain=given["domain"],
        network=bytes.fromhex(given["network"]) if given["network"] else None,
        from_at=given["from_at"],
        text=given["text"],
    )
