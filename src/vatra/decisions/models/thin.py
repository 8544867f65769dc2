"""Where the reasons of a decision looked thin when it was issued: found by rules, judged by a person."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from vatra.decisions.models.decision import Decision
from vatra.decisions.words import ThinKind
from vatra.kernel.privacy import Keep


class ThinReason(models.Model):
    """One rule of `quality.thin` that a decision met when it was issued.

    Kept because what a decision rests on never changes afterwards: so the list of a unit is one look at an index,
    however many decisions there are. `about` holds codes, positions and numbers, never what somebody wrote.
    """

    decision = models.ForeignKey(Decision, models.PROTECT, related_name="thin_reasons")
    kind = models.CharField(_("what looks thin"), max_length=20, choices=ThinKind)
    about = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["decision", "kind"],
                name="thin_reason_twice",
                violation_error_message=_("This is already noted for the decision."),
            ),
        ]
        indexes = [models.Index(fields=["kind", "-decision"], name="thin_reasons_of_kind")]

    class Privacy:
        identifying = ()
        sensitive = ("kind", "about")
        keep_for = Keep.CARE_RECORD
