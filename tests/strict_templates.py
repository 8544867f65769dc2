"""Templates of ours that ask for something nobody gave them fail the test instead of showing nothing."""

import sys
from typing import Any

from django.conf import settings

# Templates of libraries ask for things that may be missing, by design.
NOT_OURS = ("account/", "mfa/", "allauth/", "usersessions/", "django/forms/")


class NothingGiven(str):
    """Stands for an undefined variable; saying it fails, with the name of the variable and its template."""

    __slots__ = ()

    def __contains__(self, part: object) -> bool:
        return part == "%s"

    def __mod__(self, variable: object) -> Any:
        context = sys._getframe(1).f_locals["context"]
        template = str(getattr(context.render_context.template, "name", None) or context.template_name)
        if template.startswith(NOT_OURS):
            return ""
        raise AssertionError(f"“{variable}” is not given to {template}")


def be_strict() -> None:
    """From now on an undefined variable is a fault."""
    settings.TEMPLATES[0]["OPTIONS"]["string_if_invalid"] = NothingGiven()
