"""What a command says: its result on standard output, everything else on standard error."""

import json
from collections.abc import Mapping

from rich.console import Console
from rich.markup import escape

from vatra.commands.trouble import Trouble

paper = Console(soft_wrap=True)
terminal = Console(stderr=True, soft_wrap=True)


def print_document(document: Mapping[str, object]) -> None:
    """The one JSON document of a command, on one line."""
    print(json.dumps(document, ensure_ascii=False, default=str), flush=True)


def tell_trouble(trouble: Trouble, *, as_json: bool) -> None:
    if as_json:
        print_document({"ok": False, "failed": trouble.sentence, "remedy": trouble.remedy})
        return
    terminal.print(
        f"[bold red]Stopped.[/] {escape(trouble.sentence)}\n{escape(trouble.remedy)}", highlight=False
    )
