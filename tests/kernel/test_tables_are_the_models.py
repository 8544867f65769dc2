"""What the migrations have made is what the models say, to the last constraint."""

import pytest
from django.apps import apps
from django.db import connection

COLUMNS = """
    SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
        pg_get_expr(d.adbin, d.adrelid)
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
    WHERE c.relkind = 'r' AND c.relnamespace = %s::regnamespace
"""
CONSTRAINTS = """
    SELECT conrelid::regclass::text, conname, contype, condeferrable, condeferred, pg_get_constraintdef(oid)
    FROM pg_constraint WHERE connamespace = %s::regnamespace AND contype <> 'n' AND contype <> 't'
"""
INDEXES = "SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = %s"
# A key of two columns, which models cannot name: a migration writes it in SQL.
IN_SQL_ONLY = {"placement_rests_on_another_childs_decision"}


@pytest.fixture(scope="module")
def from_models(django_db_setup, django_db_blocker):
    """A schema with the tables of all models as they are now, made without any migration."""
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute("CREATE SCHEMA from_models; SET search_path TO from_models, public")
        with connection.schema_editor() as editor:
            for model in apps.get_models():
                if model._meta.managed:
                    editor.create_model(model)
        yield
        cursor.execute("SET search_path TO public; DROP SCHEMA from_models CASCADE")


def described(question, schema):
    """What stands in a schema, with names as they read from inside it."""
    with connection.cursor() as cursor:
        cursor.execute(f"SET search_path TO {schema}")
        cursor.execute(question, [schema])
        return {
            tuple(value.replace(f"{schema}.", "") if isinstance(value, str) else value for value in row)
            for row in cursor.fetchall()
            if row[1] not in IN_SQL_ONLY
        }


def our_tables():
    models = apps.get_models(include_auto_created=True)
    return {model._meta.db_table for model in models if model.__module__.startswith("vatra.")}


@pytest.mark.django_db
@pytest.mark.parametrize(
    "question", [COLUMNS, CONSTRAINTS, INDEXES], ids=["columns", "constraints", "indexes"]
)
def test_the_migrations_make_what_the_models_say(from_models, question):
    made, said = described(question, "public"), described(question, "from_models")
    ours = our_tables()
    assert {row for row in made if row[0] in ours} == {row for row in said if row[0] in ours}
