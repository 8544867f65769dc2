import json
import os
import signal
import subprocess
import urllib.request
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from tests.commands.clusters import a_home
from tests.commands.terminal import LAUNCHER, environment, launched
from tests.commands.workers import wait_until
from vatra.commands.cluster import server
from vatra.commands.cluster.folders import folders

ANY_FREE_PORT = "0"


@pytest.fixture(scope="module")
def home():
    """One home for all: the first start loads the caseload, the next find it there."""
    with a_home() as made:
        yield made


@pytest.fixture(autouse=True)
def _ctrl_c_is_heard():
    """Whatever runs the tests in the background may have turned it off, also for all that they start."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def test_the_check_signs_in_reads_a_childs_page_and_stops_everything(home):
    done = launched("demo", "--check", "--port", ANY_FREE_PORT, VATRA_HOME=str(home))
    report = json.loads(done.stdout)
    assert (done.returncode, report["ok"]) == (0, True), report
    assert [report[page]["status"] for page in ("signin", "my_day", "child")] == [200, 200, 200]
    assert not server.is_up(folders(home))


def test_a_demonstration_writes_the_mails_of_the_morning_into_its_folder(home):
    with subprocess.Popen(
        [LAUNCHER, "demo", "--json", "--port", ANY_FREE_PORT],
        env=environment(VATRA_HOME=str(home)),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as demo:
        invitation = json.loads(demo.stdout.readline())
        folder = Path(invitation["mails"])
        wait_until(lambda: any(folder.glob("supervisor@vatra.example *.eml")))
        demo.terminate()
        assert demo.wait(30) == 0
    assert folder == home / "mails"
    (mail, *_others) = folder.glob("supervisor@vatra.example *.eml")
    assert invitation["address"] in message_from_bytes(mail.read_bytes(), policy=policy.default).get_content()


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_a_demonstration_that_is_ended_stops_web_and_database(home, ending):
    with subprocess.Popen(
        [LAUNCHER, "demo", "--json", "--port", ANY_FREE_PORT],
        env=environment(VATRA_HOME=str(home)),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as demo:
        invitation = json.loads(demo.stdout.readline())
        names = [each["username"] for each in invitation["sign_ins"]]
        assert "social.worker" in names
        assert len(names) == len(set(names))
        with urllib.request.urlopen(invitation["address"]) as page:
            assert page.status == 200
        assert server.is_up(folders(home))
        os.kill(demo.pid, ending)
        assert demo.wait(30) == 0
    assert not server.is_up(folders(home))
    with pytest.raises(OSError, match="refused"):
        urllib.request.urlopen(invitation["address"])
