"""The sheet that explains every form of care without taking sides, handed over (UN Guidelines §64, R-30)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vatra.access.models import User
from vatra.decisions.models.question import Question
from vatra.kernel.privacy import Keep
from vatra.people.words import Language


class SheetHanded(models.Model):
    """Who got the sheet, in which language and edition, on which day."""

    question = models.ForeignKey(Question, models.PROTECT, related_name="sheets_handed")
    to_whom = models.CharField(_("handed to"), max_length=200)
    language = models.CharField(_("in which language"), max_length=3, choices=Language)
    edition = models.CharField(_("edition"), max_length=20)
    handed_on = models.DateField(_("handed over on"))
    handed_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="sheet_handed_to_nobody",
                condition=~Q(to_whom=""),
                violation_error_message=_("Say to whom the sheet was handed."),
            ),
        ]

    class Privacy:
        identifying = ("to_whom",)
        sensitive = ()
        keep_for = Keep.CARE_RECORD
