"""House rules of the schema: what every table keeps to, whoever writes it."""

import re

import pytest
from django.apps import apps
from django.db import connection, models

from vatra.kernel.privacy import Keep

OURS = [model for model in apps.get_models() if model.__module__.startswith("vatra.")]
MANAGED = [model for model in OURS if model._meta.managed]

# Fields whose name alone tells nothing about a person: keys, dates of the record, links, counts.
PLAIN = re.compile(r"(^id$|_on$|_at$|_day$|_by$|^is_|^saw_|version$)")
# Links that may go with the row they belong to; everything else is kept.
MAY_CASCADE = {"people.PersonKey.person", "people.NameToken.person"}


# A second key for a link, and rows that only programs write: nobody types these.
ONLY_PROGRAMS_WRITE = {
    "consent_given_twice",
    "action_mail_about_nothing",
    "actionmail_sent_without_being_offered",
    "duty_escalated_twice",
    "letter_mailed_twice",
    "mail_sent_without_being_offered",
    "mail_written_twice",
    "name_token_written_twice",
    "name_word_written_twice",
    "outcome_of_file",
    "registration_mailed_twice",
    "return_fact_written_twice",
    "row_read_twice",
    "signature_taken_twice_by_a_batch",
    "signer_asked_twice",
    "signer_mail_of_no_kind",
    "signer_signs_twice",
    "signer_told_news_twice",
    "signermail_sent_without_being_offered",
    "source_number_of_two_children",
    "tally_below_zero",
    "support_mailed_twice",
}


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)
def test_every_model_declares_its_personal_data(model: type[models.Model]) -> None:
    privacy = model.__dict__.get("Privacy")
    assert privacy is not None, f"{model._meta.label} does not say what is personal in it"
    names = {field.name for field in model._meta.get_fields()}
    declared = {*privacy.identifying, *privacy.sensitive}
    assert declared <= names
    assert not set(privacy.identifying) & set(privacy.sensitive)
    assert isinstance(privacy.keep_for, Keep)


@pytest.mark.parametrize("model", MANAGED, ids=lambda model: model._meta.label)
def test_every_text_somebody_writes_is_declared_personal(model: type[models.Model]) -> None:
    privacy = model.Privacy  # type: ignore[attr-defined]
    if privacy.keep_for in {Keep.REFERENCE, Keep.LEDGER} or model._meta.app_label == "exchange":
        return
    texts = {field.name for field in model._meta.fields if isinstance(field, models.TextField)}
    assert texts <= {*privacy.identifying, *privacy.sensitive}


@pytest.mark.parametrize("model", MANAGED, ids=lambda model: model._meta.label)
def test_nothing_is_deleted_by_deleting_something_else(model: type[models.Model]) -> None:
    cascading = {
        f"{model._meta.label}.{field.name}"
        for field in model._meta.fields
        if isinstance(field, models.ForeignKey) and field.remote_field.on_delete is models.CASCADE
    }
    assert cascading <= MAY_CASCADE


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)
def test_every_constraint_has_a_sentence_for_the_person(model: type[models.Model]) -> None:
    for constraint in model._meta.constraints:
        if constraint.name in ONLY_PROGRAMS_WRITE:
            continue
        assert constraint.violation_error_message != constraint.default_violation_error_message, (
            constraint.name
        )


@pytest.mark.django_db
def test_every_foreign_key_has_an_index() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT c.conrelid::regclass::text || '.' || a.attname
            FROM pg_constraint AS c
            INNER JOIN pg_attribute AS a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
            WHERE c.contype = 'f' AND NOT EXISTS (
                SELECT 1 FROM pg_index AS i WHERE i.indrelid = c.conrelid AND i.indkey[0] = c.conkey[1]
            )
            """,
        )
        assert [name for (name,) in cursor.fetchall()] == []


@pytest.mark.django_db
def test_every_moment_knows_its_zone() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT table_name || '.' || column_name FROM information_schema.columns"
            " WHERE table_schema = 'public' AND data_type = 'timestamp without time zone'",
        )
        assert cursor.fetchall() == []


def test_days_moments_and_periods_are_named_for_what_they_are() -> None:
    wrong = []
    for model in MANAGED:
        for field in model._meta.fields:
            is_day = type(field) is models.DateField
            if is_day and not re.search(
                r"(_on|_day|^on|_until|_from|_to|_since|^ends|^day|^vintage)$", field.name
            ):
                wrong.append(f"{model._meta.label}.{field.name}")
            if isinstance(field, models.DateTimeField) and not field.name.endswith(
                ("_at", "at", "last_login")
            ):
                wrong.append(f"{model._meta.label}.{field.name}")
    assert wrong == []
