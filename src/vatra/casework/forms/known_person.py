"""Asking once whether somebody told by name is a person the user already knows; it never stands in the way."""

from django import forms
from django.utils.translation import gettext_lazy as _

from vatra.access.models import User
from vatra.casework.models import File
from vatra.casework.same_child import who_may_be_meant
from vatra.kernel import clock
from vatra.people.models import Person
from vatra.people.names.keys import Facts

ANOTHER = "another"


class AsksWhetherKnown(forms.BaseForm):
    """Adds to a form with names the question “is this the same person?”, answered by `same_as`."""

    user: User
    candidates: list[Person]

    @property
    def chosen(self) -> str:
        """Which answer is marked."""
        return str(self["same_as"].value() or ANOTHER)

    @property
    def candidates_shown(self) -> str:
        """The people this page shows, carried along so that they are asked about once."""
        return " ".join(str(person.pk) for person in self.candidates)

    @property
    def shown_name(self) -> str:
        """The name under which they are carried along."""
        return self.add_prefix("shown")

    def find_person(self) -> None:
        """Put the known person, or None for somebody new, among the cleaned values."""
        told = self.cleaned_data
        if told.get("reference"):
            told["known"] = self._child_of_file(told["reference"])
        elif not (told.get("given_name") or told.get("family_name")):
            self.add_error("given_name", _("Write at least one name, or what the person is called for now."))
        elif not self.errors:
            told["known"] = self._chosen_among_known()

    def _child_of_file(self, reference: str) -> Person | None:
        files = File.objects.visible_to(self.user, on=clock.today()).select_related("child")
        file = files.filter(reference__iexact=reference).first()
        if file is None:
            self.add_error("reference", _("You have no file with this number. Write down the name instead."))
            return None
        return file.child

    def _chosen_among_known(self) -> Person | None:
        told = self.cleaned_data
        facts = Facts(
            given=told["given_name"],
            family=told["family_name"],
            birth=told["birth"],
            mother=told.get("mother_name", ""),
            father=told.get("father_name", ""),
        )
        self.candidates = who_may_be_meant(facts, user=self.user, on=clock.today())
        chosen = told["same_as"]
        known = {str(person.pk): person for person in self.candidates}
        if set(known) - set(str(self.data.get(self.shown_name, "")).split()):
            self.add_error(
                "same_as", _("Somebody like this is already known to you. Choose, then save again.")
            )
        return known.get(chosen)
