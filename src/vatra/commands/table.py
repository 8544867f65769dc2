"""The commands of `./vatra`: name, module, and one sentence on what it is for."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Command:
    """One command; its module has `add_arguments(parser)` and `run(options) -> int`, the exit code.

    With `database`, Django is set up before the module is imported, so that it imports models at its top,
    and the database is reachable while it runs.
    """

    name: str
    module: str
    sentence: str
    database: bool = True
    passes_on: bool = False
    environment: Mapping[str, str] = field(default_factory=dict)


COMMANDS = (
    Command(
        "demo",
        "vatra.commands.demo",
        "Walk through Vatra on this machine with an invented caseload.",
        environment={"VATRA_DEMO": "1"},
    ),
    Command("serve", "vatra.commands.serve", "Serve Vatra for real work."),
    Command("work", "vatra.commands.work", "Do what waits in the background; serve and demo do it too."),
    Command("appoint", "vatra.commands.appoint", "Open an account: the first administrator, or another."),
    Command("migrate", "vatra.commands.migrate", "Bring the tables of the database up to date."),
    Command("import", "vatra.commands.import_", "Take over records from another system."),
    Command("law", "vatra.commands.law", "Check, show or apply the law of a country, kept as a pack."),
    Command("generate", "vatra.commands.generate", "Invent a caseload of any size, to try Vatra out."),
    Command(
        "bench",
        "vatra.commands.bench",
        "Measure pages as a browser gets them, or how often an evaluation is wrong.",
    ),
    Command("verify", "vatra.commands.verify", "Recompute the whole record and name what does not fit."),
    Command("checkpoint", "vatra.commands.checkpoint", "Bind all events so far into one checkpoint."),
    Command("assets", "vatra.commands.assets", "Build the front end.", database=False),
    Command("translations", "vatra.commands.translations", "Compile the translations.", database=False),
    Command("test", "vatra.commands.suite", "Run every check and test.", database=False, passes_on=True),
)
