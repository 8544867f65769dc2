"""One's own account."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _

from vatra.access.accounts import speak
from vatra.access.actions import choose_language, choose_mails
from vatra.access.doors import StaffRequest, actor, needs
from vatra.access.forms import MyLanguage, MyMails
from vatra.access.outbox import can_send
from vatra.access.roles import Permission
from vatra.access.second_factors import in_words, removal_since


@needs(Permission.SEE_MY_DAY)
def my_account(request: StaffRequest) -> HttpResponse:
    """How I sign in, in which language I am answered, and what I am here."""
    by = actor(request, Permission.SEE_MY_DAY)
    form = MyLanguage(request.POST or None, initial={"language": request.user.language})
    if form.is_valid():
        language = form.cleaned_data["language"]
        if form.did(lambda: choose_language(user=request.user, language=language, by=by)):
            return _answered_in(request, language)
    removal = removal_since(request.user, "set_up_second_factor")
    context = {
        "form": form,
        "appointments": request.held.appointments,
        "told": in_words(removal) if removal else "",
    }
    return render(request, "access/my_account.html", context, status=422 if form.errors else 200)


@needs(Permission.SEE_MY_DAY)
def my_mails(request: StaffRequest) -> HttpResponse:
    """Where to and how often Vatra writes to me."""
    user, by = request.user, actor(request, Permission.SEE_MY_DAY)
    form = MyMails(request.POST or None, initial={"email": user.email, "digest": user.digest})
    if form.is_valid() and form.did(lambda: choose_mails(user=user, **form.cleaned_data, by=by)):
        messages.success(request, _("Your choice is saved."))
        return redirect("access:my_account")
    context = {"form": form, "can_send": can_send(), "folder": settings.MAIL_FOLDER}
    return render(request, "access/my_mails.html", context, status=422 if form.errors else 200)


def _answered_in(request: StaffRequest, language: str) -> HttpResponse:
    """Back to the page, which already speaks the language."""
    with translation.override(language):
        messages.success(request, _("From now on Vatra speaks this language to you."))
    answer = redirect("access:my_account")
    speak(answer, language)
    return answer
