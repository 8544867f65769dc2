"""Other names and numbers of a person."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from vatra.kernel.privacy import Keep
from vatra.people.models.person import Person
from vatra.people.sealed import SealedTextField
from vatra.people.words import IdentifierKind, NameKind


class OtherName(models.Model):
    """One more name the person has or had; searched like the first."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="other_names")
    kind = models.CharField(_("kind"), max_length=20, choices=NameKind)
    given_name = models.CharField(_("given name"), max_length=120, blank=True)
    family_name = models.CharField(_("family name"), max_length=120, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="other_name_is_empty",
                condition=~models.Q(given_name="", family_name=""),
                violation_error_message=_("Write at least one name."),
            ),
        ]

    class Privacy:
        identifying = ("given_name", "family_name")
        sensitive = ()
        keep_for = Keep.CARE_RECORD


class Identifier(models.Model):
    """A number another authority or system gave the person; sealed, found by its fingerprint."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="identifiers")
    kind = models.CharField(_("kind"), max_length=20, choices=IdentifierKind)
    issuer = models.CharField(_("given by"), max_length=120, blank=True)
    value = SealedTextField(_("number"))
    fingerprint = models.CharField(max_length=32, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["fingerprint", "kind", "issuer"],
                name="identifier_belongs_to_two_people",
                violation_error_message=_("This number already belongs to somebody else."),
            ),
        ]

    class Privacy:
        identifying = ("value", "fingerprint", "issuer")
        sensitive = ()
        keep_for = Keep.CARE_RECORD
