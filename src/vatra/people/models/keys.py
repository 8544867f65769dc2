"""What people are found by: numbers derived from their names and dates, written by `people.search`."""

from django.db import models

from vatra.kernel.privacy import Keep
from vatra.people.models.person import Person
from vatra.people.names.keys import KEY_COLUMNS


class PersonKey(models.Model):
    """Integer keys under which a misspelt or half-known person is found again (algorithms §1.3)."""

    person = models.OneToOneField(Person, models.CASCADE, primary_key=True, related_name="keys")
    key_version = models.SmallIntegerField()
    names_year = models.IntegerField(null=True, db_index=True)
    given_birth = models.IntegerField(null=True, db_index=True)
    family_birth = models.IntegerField(null=True, db_index=True)
    given_year_place = models.IntegerField(null=True, db_index=True)
    family_year_place = models.IntegerField(null=True, db_index=True)
    given_father_year = models.IntegerField(null=True, db_index=True)
    family_father_year = models.IntegerField(null=True, db_index=True)
    initials_birthday = models.IntegerField(null=True, db_index=True)
    names_father = models.IntegerField(null=True, db_index=True)
    names_mother = models.IntegerField(null=True, db_index=True)
    names_place = models.IntegerField(null=True, db_index=True)

    class Privacy:
        identifying = KEY_COLUMNS
        sensitive = ()
        keep_for = Keep.CARE_RECORD


class NameToken(models.Model):
    """One integer under which a person is found by what somebody types; see `vatra.people.names`."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="name_tokens", db_index=False)
    key = models.IntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["key", "person"], name="name_token_written_twice")]
        indexes = [models.Index(fields=["person"], name="name_token_of_person")]

    class Privacy:
        identifying = ("key",)
        sensitive = ()
        keep_for = Keep.CARE_RECORD


class NameWord(models.Model):
    """A word that occurs in some name, under a number it shares with the words it may be mistaken for.

    It belongs to nobody: a rare surname stays here until the erasure of its last bearer prunes it.
    """

    key = models.IntegerField()
    word = models.CharField(max_length=260)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["key", "word"], name="name_word_written_twice")]

    class Privacy:
        identifying = ("key", "word")
        sensitive = ()
        keep_for = Keep.CARE_RECORD
