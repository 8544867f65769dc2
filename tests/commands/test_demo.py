import json
import os
import signal
import subprocess
import urllib.request
from dataclasses import dataclass
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any

import pytest

from tests.commands.clusters import a_home
from tests.commands.terminal import LAUNCHER, environment, launched
from tests.commands.workers import wait_until
from vatra.commands.cluster import server
from vatra.commands.cluster.folders import folders

ANY_FREE_PORT = "0"
ENDINGS = (signal.SIGINT, signal.SIGTERM)
MAIL_TO_SUPERVISOR = "supervisor@vatra.example *.eml"


@dataclass(frozen=True)
class Demonstration:
    """What was seen of one from its start to its end."""

    invitation: dict[str, Any]
    status: int
    server_was_up: bool
    code: int
    server_is_up: bool


@pytest.fixture(scope="module")
def home():
    """One home for all: the first start loads the caseload, the next find it there."""
    with a_home() as made:
        yield made


@pytest.fixture(scope="module", autouse=True)
def _ctrl_c_is_heard():
    """Whatever runs the tests in the background may have turned it off, also for all that they start."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture(scope="module")
def ended(home):
    """A demonstration for each way to end it, one after the other; the first writes the mails."""
    return {ending: a_demonstration(home, ending) for ending in ENDINGS}


def a_demonstration(home: Path, ending: signal.Signals) -> Demonstration:
    with subprocess.Popen(
        [LAUNCHER, "demo", "--json", "--port", ANY_FREE_PORT],
        env=environment(VATRA_HOME=str(home)),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as demo:
        invitation = json.loads(demo.stdout.readline())
        with urllib.request.urlopen(invitation["address"]) as page:
            status = page.status
        wait_until(lambda: any(Path(invitation["mails"]).glob(MAIL_TO_SUPERVISOR)))
        was_up = server.is_up(folders(home))
        os.kill(demo.pid, ending)
        code = demo.wait(30)
    return Demonstration(invitation, status, was_up, code, server.is_up(folders(home)))


def test_the_check_signs_in_reads_a_childs_page_and_stops_everything(home):
    done = launched("demo", "--check", "--port", ANY_FREE_PORT, VATRA_HOME=str(home))
    report = json.loads(done.stdout)
    assert (done.returncode, report["ok"]) == (0, True), report
    assert [report[page]["status"] for page in ("signin", "my_day", "child")] == [200, 200, 200]
    assert not server.is_up(folders(home))


def test_a_demonstration_writes_the_mails_of_the_morning_into_its_folder(home, ended):
    invitation = ended[ENDINGS[0]].invitation
    folder = Path(invitation["mails"])
    assert folder == home / "mails"
    (mail, *_others) = folder.glob(MAIL_TO_SUPERVISOR)
    assert invitation["address"] in message_from_bytes(mail.read_bytes(), policy=policy.default).get_content()


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_demonstration_that_is_ended_stops_web_and_database(ended, ending):
    seen = ended[ending]
    names = [each["username"] for each in seen.invitation["sign_ins"]]
    assert "social.worker" in names
    assert len(names) == len(set(names))
    assert (seen.status, seen.server_was_up) == (200, True)
    assert (seen.code, seen.server_is_up) == (0, False)
    with pytest.raises(OSError, match="refused"):
        urllib.request.urlopen(seen.invitation["address"])
