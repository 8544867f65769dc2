"""Measures Vatra as browsers meet it, over HTTP from the production server, and how often a test of a launch is wrong."""

import argparse

from vatra.commands.bench import evaluation, pages
from vatra.commands.bench.signing import bots, signatures
from vatra.commands.trouble import Trouble

WHAT = {
    "pages": pages.run,
    "signatures": signatures.run,
    "bots": bots.run,
    "evaluation": evaluation.run,
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", choices=list(WHAT), help="what to measure")
    parser.add_argument("--children", type=int, help="pages: how many invented children there shall be")
    parser.add_argument("--requests", type=int, default=200, help="pages: how often each is asked for (200)")
    parser.add_argument("--acts", type=int, default=40, help="pages: how often something is saved (40)")
    parser.add_argument(
        "--per-second", type=int, default=200, help="signatures: how many are sent in a second (200)"
    )
    parser.add_argument("--seconds", type=int, default=60, help="signatures: for how long (60)")
    parser.add_argument("--number", type=int, default=10_000, help="bots: how many there are (10000)")
    parser.add_argument(
        "--runs", type=int, default=2_000, help="evaluation: how many series of a kind (2000)"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON document")


def run(options: argparse.Namespace) -> int:
    if options.what == "pages" and options.children is None:
        raise Trouble("To measure pages it must be known for how many children.", "Add --children 10000.")
    return WHAT[options.what](options)
