"""Policy briefs: their versions, and to whom each was given."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vatra.advocacy.events.words import GivenHow, Towards
from vatra.advocacy.models.action import Action
from vatra.advocacy.models.institution import Post
from vatra.kernel.in_languages import InLanguages, said_somewhere
from vatra.kernel.privacy import Keep


class Brief(models.Model):
    """A short paper for people in office: what it says in a few lines."""

    action = models.OneToOneField(Action, models.PROTECT, related_name="brief")
    summary = InLanguages(_("what it says"))
    towards = models.CharField(
        _("meant to move the ask to"), max_length=10, choices=Towards, null=True, blank=True
    )

    trigger_sentences = {
        "brief_of_another_kind_of_action": _("Only a policy brief has versions."),
    }

    class Meta:
        constraints = [
            said_somewhere("brief_without_summary", "summary", _("Say in a few lines what it says."))
        ]

    class Privacy:
        identifying = ()
        sensitive = ()
        keep_for = Keep.REFERENCE

    def __str__(self) -> str:
        return str(self.action)


class BriefVersion(models.Model):
    """One version of a brief in one language, as a file of ours or where it can be read."""

    brief = models.ForeignKey(Brief, models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField(_("version"))
    language = models.CharField(_("language"), max_length=10)
    issued_on = models.DateField(_("issued on"))
    address = models.URLField(_("where it can be read"), max_length=500, blank=True)
    file_name = models.CharField(max_length=120, blank=True)
    content = models.BinaryField(null=True, blank=True)
    digest = models.CharField(max_length=64, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["brief", "number", "language"],
                name="brief_version_issued_twice",
                violation_error_message=_(
                    "This version exists in this language already. Give it the next number."
                ),
            ),
            models.CheckConstraint(
                name="brief_version_is_file_or_address",
                condition=(Q(content__isnull=True) & ~Q(address=""))
                | (Q(content__isnull=False, address="") & ~Q(file_name="")),
                violation_error_message=_("Send a file, or say where the brief can be read."),
            ),
        ]

    class Privacy:
        identifying = ()
        sensitive = ()
        keep_for = Keep.REFERENCE


class BriefGiven(models.Model):
    """A version of a brief was given to the holder of a post on a day."""

    version = models.ForeignKey(BriefVersion, models.PROTECT, related_name="given")
    post = models.ForeignKey(Post, models.PROTECT, related_name="briefs", verbose_name=_("to the holder of"))
    given_on = models.DateField(_("on which day"))
    how = models.CharField(_("how"), max_length=10, choices=GivenHow)
    note = models.CharField(_("what was said"), max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["version", "post", "given_on"],
                name="brief_given_twice",
                violation_error_message=_("It is already written down that the brief was given that day."),
            ),
        ]

    class Privacy:
        identifying = ()
        sensitive = ()
        keep_for = Keep.REFERENCE
