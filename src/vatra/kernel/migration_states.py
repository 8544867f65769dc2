"""Migrations: a step draws anew the one model that it changes, not all that can be reached from it.

For every step Django draws again whatever is related to the changed model: here nearly the whole house, some five
hundred times, which was nine tenths of the making of an empty database. The statements of a step are written from
its own model and the tables its keys point to, so the others may stay as they were. What goes stale is what Django
itself calls delayed: a step in Python (`RunPython`) is given models drawn whole, as after Django's own delayed steps.
`tests/kernel/test_tables_are_the_models.py` compares the tables that come of it with the models.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from django.db.migrations.state import ProjectState

Key = tuple[str, str]


@contextmanager
def drawing_what_changes() -> Iterator[None]:
    """While this lasts every step of a migration does so."""
    theirs = {name: getattr(ProjectState, name) for name in OURS}
    try:
        for name, way in OURS.items():
            setattr(ProjectState, name, way)
        yield
    finally:
        for name, way in theirs.items():
            setattr(ProjectState, name, way)


def _reload_model(state: ProjectState, app_label: str, model_name: str, *, delay: bool = False) -> None:
    if "apps" not in state.__dict__:
        return
    if delay or _only_grew(state, (app_label, model_name)):
        state.is_delayed = True
        with state.apps.bulk_update():
            state.apps.unregister_model(app_label, model_name)
        state.apps.render_multiple([state.models[app_label, model_name]])
    else:
        del state.__dict__["apps"]


def _only_grew(state: ProjectState, model: Key) -> bool:
    """A new model or a new field: nothing that others point to has changed."""
    try:
        before = state.apps.get_model(*model)._meta
    except LookupError:
        return True
    fields = {field.name for field in [*before.local_fields, *before.local_many_to_many]}
    return fields < set(state.models[model].fields)


def _reload_models(state: ProjectState, _models: Iterable[Key], **_how: bool) -> None:
    """Several change when one gets another name: everything is drawn again where it is next asked for."""
    state.__dict__.pop("apps", None)


OURS = {"reload_model": _reload_model, "reload_models": _reload_models}
