"""Pages about imports: what was read, what became of each row, and what the returns say of one child."""

from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from vatra.access.doors import StaffRequest, needs
from vatra.access.roles import Permission
from vatra.casework.doors import read
from vatra.casework.page import frame
from vatra.exchange.models import Fate, ImportRun
from vatra.exchange.queries import counts_of, facts_of, rows_page, runs_open_to, runs_page
from vatra.kernel.links import Link

LONGEST_KEY = 18


@needs(Permission.SEE_IMPORTS)
def imports(request: StaffRequest) -> HttpResponse:
    """The imports, the newest first."""
    found, follows = runs_page(runs_open_to(request.held), before=_key(request, "before"))
    context = {"runs": found, "older": f"?{urlencode({'before': follows})}" if follows else ""}
    return render(request, "exchange/imports.html", context)


@needs(Permission.SEE_IMPORTS)
def import_run(request: StaffRequest, pk: int) -> HttpResponse:
    """One import: the counts, and row by row what was set aside, merged or used."""
    run = get_object_or_404(runs_open_to(request.held).select_related("unit"), pk=pk)
    fate = request.GET.get("fate", "")
    fate = fate if fate in Fate.values else Fate.SET_ASIDE
    rows, follows = rows_page(run.rows.filter(fate=fate), after=_key(request, "after"))
    context = {
        "run": run,
        "counts": counts_of(run),
        "fates": _fates(run, fate),
        "fate": Fate(fate).label,
        "rows": rows,
        "next": f"?{urlencode({'fate': fate, 'after': follows})}" if follows else "",
    }
    return render(request, "exchange/import_run.html", context)


@needs(Permission.READ_FILE)
def child_records(request: StaffRequest, reference: str) -> HttpResponse:
    """What was taken over about one child: the facts in the returns' own codes, and every row."""
    entered = read(request, reference, page="imported")
    rows, follows = rows_page(entered.file.import_rows.all(), after=_key(request, "after"))
    context = {
        "frame": frame(entered),
        "facts": facts_of(entered.file),
        "rows": rows,
        "next": f"?{urlencode({'after': follows})}" if follows else "",
    }
    return render(request, "exchange/child_records.html", context)


def _fates(run: ImportRun, current: str) -> list[Link]:
    """The three lists of rows, each with how many are in it."""
    tables = run.report.get("tables", {}).values()
    texts = {Fate.SET_ASIDE: _("Set aside"), Fate.MERGED: _("Merged"), Fate.USED: _("Used")}
    address = reverse("exchange:import_run", args=[run.pk])
    return [
        Link(
            text,
            f"{address}?{urlencode({'fate': fate})}",
            is_current=fate == current,
            note=str(sum(counts[fate] for counts in tables)),
        )
        for fate, text in texts.items()
    ]


def _key(request: StaffRequest, name: str) -> int | None:
    """The key a page begins after; anything else begins at the start."""
    text = request.GET.get(name, "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= LONGEST_KEY else None
