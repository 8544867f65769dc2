"""Opening an account, and what is done with it afterwards.

The pages that give a starting password answer the sent form with the password itself: it is kept nowhere, so
there is no later page that could show it.
"""

from collections.abc import Callable

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from vatra.access.actions import appoint, open_account, reset_password, resume_account, suspend_account
from vatra.access.doors import StaffRequest, actor, needs
from vatra.access.forms import Confirmed, NewAccount, Reason
from vatra.access.keeping import accounts_kept
from vatra.access.models import User
from vatra.access.roles import Permission
from vatra.access.starting_password import Given
from vatra.access.tree import units_open
from vatra.access.writing import Writing
from vatra.kernel.forms import Acts
from vatra.kernel.ledger import Actor


@needs(Permission.KEEP_STAFF)
def new_account(request: StaffRequest) -> HttpResponse:
    """Open an account for somebody, with the first appointment."""
    by = actor(request, Permission.KEEP_STAFF)
    form = NewAccount(request.POST or None, units=units_open(by))
    return _giving(
        request,
        form,
        lambda: _opened(form, by),
        title=_("Open an account"),
        lead=_("The person gets a starting password from you and chooses another at the first sign-in."),
        button=_("Open the account"),
        back=reverse("access:staff"),
    )


@transaction.atomic
def _opened(form: NewAccount, by: Actor) -> Given:
    """Account and first appointment: two acts, both or neither."""
    given = open_account(**form.account(), by=by)
    appoint(user=given.user, **form.appointment(), reasons=form.reasons, by=by)
    return given


@needs(Permission.KEEP_STAFF)
def new_password(request: StaffRequest, pk: int) -> HttpResponse:
    """Give somebody who forgot the password a new starting password."""
    by, user = _kept(request, pk)
    return _giving(
        request,
        Confirmed(request.POST if request.method == "POST" else None),
        lambda: reset_password(user=user, by=by),
        title=_("Give %(name)s a new password?") % {"name": user.full_name},
        lead=_("The password of now no longer works, and the person is signed out everywhere."),
        button=_("Give a new password"),
        back=reverse("access:person", args=[pk]),
    )


@needs(Permission.KEEP_STAFF)
def resume(request: StaffRequest, pk: int) -> HttpResponse:
    """Let somebody sign in again whose account was suspended."""
    by, user = _kept(request, pk)
    return _giving(
        request,
        Confirmed(request.POST if request.method == "POST" else None),
        lambda: resume_account(user=user, by=by),
        title=_("Let %(name)s sign in again?") % {"name": user.full_name},
        lead=_("The person gets a new starting password from you. Appointments are as they were."),
        button=_("Let in again"),
        back=reverse("access:person", args=[pk]),
    )


@needs(Permission.KEEP_STAFF)
def suspend(request: StaffRequest, pk: int) -> HttpResponse:
    """Shut somebody out at once."""
    by, user = _kept(request, pk)
    writing = Writing(request)
    form = writing.form(Reason)
    back = reverse("access:person", args=[pk])
    done = writing.send(
        form,
        lambda: suspend_account(user=user, why=form.cleaned_data["why"], by=by),
        to=lambda _user: back,
        said=_("The account is suspended. The person is signed out everywhere."),
    )
    return done or writing.page(
        form,
        title=_("Suspend the account of %(name)s?") % {"name": user.full_name},
        lead=_("The person is signed out everywhere at once. What they wrote stays where it is."),
        button=_("Suspend the account"),
        back=back,
    )


def _kept(request: StaffRequest, pk: int) -> tuple[Actor, User]:
    by = actor(request, Permission.KEEP_STAFF)
    return by, get_object_or_404(accounts_kept(by), pk=pk)


def _giving(request: StaffRequest, form: Acts, act: Callable[[], Given], **page: object) -> HttpResponse:
    """The page that asks, and then, once, the page with the password."""
    if form.is_valid() and (given := form.attempt(act)):
        return render(request, "access/starting_password.html", {"given": given})
    status = 422 if form.errors or form.warned else 200
    return render(request, "access/giving.html", {"form": form, **page}, status=status)
