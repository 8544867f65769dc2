"""Rows that belong to a row, read with it in one statement; `prefetch_related` asks once more for every kind of them."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any, TypeVar

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, Func, JSONField, Model, QuerySet
from django.db.models.functions import JSONObject
from django.db.models.sql.compiler import SQLCompiler

M = TypeVar("M", bound=Model)


class _WholeRow(Func):
    """The row of the table in which a column stands; naming every column instead takes Django ten times as long."""

    output_field = JSONField()

    def as_sql(self, compiler: SQLCompiler, *_: Any, **_options: Any) -> tuple[str, tuple[str | int, ...]]:
        (column,) = self.get_source_expressions()
        return f"to_jsonb({compiler.quote_name_unless_alias(column.alias)})", ()


class _With(Func):
    """A row with more beside its columns; where there is no row there is nothing."""

    output_field = JSONField()
    template, arg_joiner = "(%(expressions)s)", " || "


def along(rows: QuerySet[Any], *related: str, without: Collection[str] = ()) -> ArraySubquery:
    """An annotation with these rows whole, but for the fields `without`, and with what `related` leads to.

    Annotations of the rows come along too. `rows_along` makes rows of it again.
    """
    known = {name: name for name in rows.query.annotations}
    return ArraySubquery(rows.values(row=_whole(rows.model, related, without=without, beside=known)))


def _whole(
    model: type[Model],
    related: Collection[str],
    *,
    prefix: str = "",
    without: Collection[str] = (),
    beside: Mapping[str, Any] | None = None,
) -> Func:
    parts = dict(beside or {})
    for name in {path.partition("__")[0] for path in related}:
        to = model._meta.get_field(name).related_model
        inner = {"prefix": f"{prefix}{name}__", "without": _below(name, without)}
        parts[name] = _whole(to, _below(name, related), **inner)  # type: ignore[arg-type]
    row = _columns(model, prefix, without)
    return _With(row, JSONObject(**parts)) if parts else row


def _below(name: str, paths: Collection[str]) -> list[str]:
    return [path.removeprefix(f"{name}__") for path in paths if path.startswith(f"{name}__")]


def _columns(model: type[Model], prefix: str, without: Collection[str]) -> Func:
    fields = model._meta.concrete_fields
    if without:
        return JSONObject(
            **{each.attname: f"{prefix}{each.attname}" for each in fields if each.name not in without}
        )
    # Any column will do, but for a reference or the key: Django would take that from the row that points here.
    plain = next(each for each in fields if not each.is_relation and not each.primary_key)
    return _WholeRow(F(f"{prefix}{plain.attname}"))


def rows_along(model: type[M], told: Iterable[Mapping[str, Any]]) -> list[M]:
    """The rows that `along` read, as if each had been read by itself."""
    return [_row(model, each) for each in told]


def _row(model: type[M], told: Mapping[str, Any]) -> M:
    fields = [field for field in model._meta.concrete_fields if field.attname in told]
    values = [field.to_python(told[field.attname]) for field in fields]
    row = model.from_db(None, [field.attname for field in fields], values)
    columns = {field.attname for field in fields}
    for name, value in told.items():
        if name not in columns:
            _beside(row, name, value)
    return row


def _beside(row: Model, name: str, value: Any) -> None:
    """A row that was read with this one, or an annotation."""
    relations: dict[str, Any] = {field.name: field for field in row._meta.get_fields() if field.is_relation}
    relation = relations.get(name)
    if relation is None:
        setattr(row, name, value)
        return
    to = relation.related_model
    beside = _row(to, value) if value and value[to._meta.pk.attname] is not None else None
    relation.set_cached_value(row, beside)
    if beside is not None and relation.one_to_one:
        relation.remote_field.set_cached_value(beside, row)


def hold(row: Model, name: str, rows: Iterable[Model]) -> None:
    """Let these rows, which point at this one, be what `row.name.all()` finds, as `prefetch_related` would."""
    pointing: Any = row._meta.get_field(name)
    held = list(rows)
    for each in held:
        pointing.field.set_cached_value(each, row)
    found = getattr(row, name).get_queryset()
    # Django offers no other way to hand over rows that have been read already.
    found._result_cache, found._prefetch_done = held, True  # noqa: SLF001
    vars(row).setdefault("_prefetched_objects_cache", {})[name] = found
