"""Does what waits in the background, until it is stopped."""

import argparse
import gc

import django
from procrastinate.contrib.django import app


def add_arguments(_parser: argparse.ArgumentParser) -> None:
    """It takes none: what is to be done, and when, is the same everywhere."""


def run(_options: argparse.Namespace) -> int:
    work()
    return 0


def work() -> None:
    """Take jobs from the queue, one after the other; a request to end lets the one at hand be finished."""
    with app.replace_connector(app.connector.get_worker_connector()) as working:  # type: ignore[attr-defined]
        working.run_worker()


if __name__ == "__main__":
    django.setup()
    gc.freeze()
    work()
