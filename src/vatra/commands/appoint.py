"""Opens the first account of an installation, or any other, at the machine itself."""

import argparse

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction

from vatra.access import actions
from vatra.access.models import Unit, User
from vatra.access.models.unit import UnitKind
from vatra.access.roles import Role
from vatra.access.starting_password import Given
from vatra.commands import migrate, report
from vatra.commands.trouble import Trouble
from vatra.kernel import clock
from vatra.kernel.concern import Refused
from vatra.kernel.ledger import Actor


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--username", required=True, help="what the person types to sign in")
    parser.add_argument("--name", required=True, help="the person's full name")
    parser.add_argument(
        "--role", required=True, choices=Role.values, metavar="ROLE", help=", ".join(Role.values)
    )
    parser.add_argument("--unit", required=True, help="where; the first one is opened as the organisation")
    parser.add_argument(
        "--language", default=settings.LANGUAGE_CODE, choices=[code for code, _name in settings.LANGUAGES]
    )
    parser.add_argument("--email", default="")
    parser.add_argument("--json", action="store_true", help="print one JSON document")


def run(options: argparse.Namespace) -> int:
    migrate.bring_up_to_date()
    given = _appointed(options)
    if options.json:
        told = {"username": given.user.username, "starting_password": given.password}
        report.print_document({"ok": True, "role": options.role, "unit": options.unit} | told)
    else:
        report.paper.print(
            f"{given.user.full_name} may sign in as {given.user.username} with this starting password:\n\n"
            f"    {given.password}\n\n"
            "It is shown only this once, and must be changed at the first sign-in.",
            markup=False,
            highlight=False,
        )
    return 0


def _appointed(options: argparse.Namespace) -> Given:
    """Unit, account and appointment: three acts of Vatra itself, all or none."""
    _refuse_taken(options.username)
    by = Actor(None, "", clock.now())
    try:
        with transaction.atomic():
            unit = _unit(options.unit, by)
            given = actions.open_account(
                username=options.username,
                full_name=options.name,
                language=options.language,
                email=options.email,
                by=by,
            )
            actions.appoint(
                user=given.user, unit=unit, role=options.role, first_day=by.today, reasons={}, by=by
            )
    except (Refused, ValidationError) as error:
        raise Trouble(
            _in_words(error), "Nothing was changed. Correct the command and run it again."
        ) from error
    return given


def _refuse_taken(username: str) -> None:
    if User.objects.filter(username__iexact=username).exists():
        raise Trouble(
            f"The user name {username} exists already.",
            "Choose another --username. A forgotten password is replaced by an administrator, on the page “Staff”.",
        )


def _unit(name: str, by: Actor) -> Unit:
    """The unit of this name; where there is none at all, the organisation is opened under it."""
    named = list(Unit.objects.filter(name=name)[:2])
    if len(named) == 1:
        return named[0]
    if named:
        raise Trouble(f"More than one unit is called “{name}”.", "Give them names of their own first.")
    if Unit.objects.exists():
        names = ", ".join(f"“{unit.name}”" for unit in Unit.objects.filter(last_day__isnull=True)[:10])
        raise Trouble(
            f"There is no unit called “{name}”.",
            f"Choose one of these, or open it on the page “Units”: {names}.",
        )
    return actions.open_unit(name=name, kind=UnitKind.ORGANISATION, parent=None, first_day=by.today, by=by)


def _in_words(error: Refused | ValidationError) -> str:
    return str(error) if isinstance(error, Refused) else " ".join(error.messages)
