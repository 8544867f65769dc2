from typing import Any

from django.core.management.commands.migrate import Command as DjangoMigrate
from django.db import connections
from django.db.migrations.executor import MigrationExecutor

from vatra.kernel.migration_states import drawing_what_changes
from vatra.kernel.repeatable_sql import apply_sql, clear_the_way


class Command(DjangoMigrate):
    """Django's migrate, and after it the views, triggers and functions from the apps' `sql` folders."""

    def handle(self, *args: Any, **options: Any) -> None:
        using = options["database"]
        only_looking = options["plan"] or options["check_unapplied"]
        if not only_looking and (options["app_label"] or _has_pending(using)):
            clear_the_way(using)
        with drawing_what_changes():
            super().handle(*args, **options)
        if not only_looking:
            self._apply(using, options["verbosity"])

    def _apply(self, using: str, verbosity: int) -> None:
        for name in apply_sql(using):
            if verbosity >= 1:
                self.stdout.write(f"  Applied {name}")


def _has_pending(using: str) -> bool:
    executor = MigrationExecutor(connections[using])
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))
