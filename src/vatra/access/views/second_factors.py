"""A lost second factor of somebody else."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from vatra.access import actions
from vatra.access.doors import StaffRequest, actor, needs
from vatra.access.forms import Reason
from vatra.access.keeping import accounts_kept
from vatra.access.roles import Permission
from vatra.access.writing import Writing


@needs(Permission.KEEP_STAFF)
def remove_second_factor(request: StaffRequest, pk: int) -> HttpResponse:
    """Let somebody in by the password alone who lost the passkey or the telephone with the codes."""
    by = actor(request, Permission.KEEP_STAFF)
    user = get_object_or_404(accounts_kept(by), pk=pk)
    writing = Writing(request)
    form = writing.form(Reason)
    back = reverse("access:person", args=[pk])
    done = writing.send(
        form,
        lambda: actions.remove_second_factor(user=user, why=form.cleaned_data["why"], by=by),
        to=lambda _user: back,
        said=_("The second factors are removed. The person is told at the next sign-in."),
    )
    return done or writing.page(
        form,
        title=_("Remove the second factors of %(name)s?") % {"name": user.full_name},
        lead=_(
            "Passkeys, one-time codes and recovery codes stop working, and the password alone opens the account. Be sure who asks you: see the person or call them. If a device was stolen, also give a new password. The person will read your name and your reason."
        ),
        button=_("Remove the second factors"),
        back=back,
    )
