"""Handing the list over, writing news, and forgetting."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vatra.access.doors import StaffRequest, actor, needs
from vatra.access.roles import Permission
from vatra.access.writing import Writing
from vatra.advocacy import forgetting
from vatra.advocacy.actions import deliver, erase_contacts, write_news
from vatra.advocacy.forms.signing import DeliverForm, NewsForm, SeenForm
from vatra.advocacy.models import Signature
from vatra.advocacy.signing.retention import past_their_day, report
from vatra.advocacy.signing.words import Purpose
from vatra.advocacy.views.signing.sheets import sheet_of
from vatra.kernel import clock


@needs(Permission.KEEP_SIGNATURES)
def hand_over(request: StaffRequest, slug: str) -> HttpResponse:
    """Hand the list over: the file comes once, and that it came is on record with its digest."""
    sheet = sheet_of(slug)
    form = DeliverForm(request.POST or None)
    by = actor(request, Permission.KEEP_SIGNATURES)
    names = None
    if form.is_valid():
        names = form.attempt(lambda: deliver(sheet=sheet, **form.cleaned_data, by=by))
    if names:
        answer = HttpResponse(names.content, content_type="text/csv; charset=utf-8")
        answer.headers["Content-Disposition"] = f'attachment; filename="{slug}-{by.today}.csv"'
        return answer
    agreeing = sheet.signatures.counted().agreeing_to(Purpose.DELIVER).filter(signer__isnull=False).count()
    context = {"sheet": sheet, "form": form, "number": agreeing, "text": sheet.texts.latest("number")}
    return render(request, "advocacy/hand_over.html", context, status=422 if form.errors else 200)


@needs(Permission.KEEP_SIGNATURES)
def news(request: StaffRequest, slug: str) -> HttpResponse:
    """Write to those who agreed to it."""
    sheet, writing = sheet_of(slug), Writing(request)
    form, by = writing.form(NewsForm), actor(request, Permission.KEEP_SIGNATURES)
    back = reverse("advocacy:sheet", args=[slug])
    done = writing.send(
        form,
        lambda: write_news(sheet=sheet, **form.cleaned_data, by=by),
        to=lambda _news: back,
        said=_("The mails wait in the outbox."),
    )
    readers = Signature.objects.counted().agreeing_to(Purpose.MAIL).filter(sheet=sheet, signer__isnull=False)
    number = readers.count()
    lead = ngettext(
        "%(count)d signer has confirmed the address and agreed to be written to.",
        "%(count)d signers have confirmed their address and agreed to be written to.",
        number,
    ) % {"count": number}
    return done or writing.page(form, title=_("Write news"), lead=lead, button=_("Write to them"), back=back)


@needs(Permission.KEEP_SIGNATURES)
def retention(request: StaffRequest) -> HttpResponse:
    """Whose name and address are past their day; looking changes nothing."""
    now, today = clock.now(), clock.today()
    context = {"due": report(now, today), "others": forgetting.report(now, today)}
    return render(request, "advocacy/retention.html", context)


@needs(Permission.KEEP_SIGNATURES)
def erase(request: StaffRequest, slug: str) -> HttpResponse:
    """Erase the names and addresses that the report named."""
    sheet, by = sheet_of(slug), actor(request, Permission.KEEP_SIGNATURES)
    number = past_their_day(by.today).filter(sheet=sheet).count()
    form = SeenForm(request.POST or None, initial={"seen": number})
    if (
        form.is_valid()
        and form.attempt(lambda: erase_contacts(sheet=sheet, **form.cleaned_data, by=by)) is not None
    ):
        messages.success(request, _("The names and addresses are erased. The signatures still count."))
        return redirect("advocacy:retention")
    context = {"sheet": sheet, "form": form, "number": number}
    return render(request, "advocacy/erase.html", context, status=422 if form.errors else 200)
