import json
from pathlib import Path

from tests.commands.terminal import LAUNCHER, launched
from vatra.commands import home


def test_without_a_command_the_commands_are_listed_from_any_folder(tmp_path):
    link = tmp_path / "a link"
    link.symlink_to(LAUNCHER)
    done = launched(folder=tmp_path, launcher=link)
    assert done.returncode == 0
    assert "./vatra demo" in done.stdout


def test_an_unknown_command_is_told():
    done = launched("nonsense", folder=Path("/"))
    assert (done.returncode, done.stderr) == (2, "There is no command nonsense. These exist:\n")


def test_a_trouble_is_two_sentences_and_no_traceback(tmp_path):
    away = "postgresql://vatra:x@127.0.0.1:1/vatra"
    done = launched("migrate", folder=tmp_path, DATABASE_URL=away, VATRA_HOME=str(tmp_path / "home"))
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.startswith("Stopped. The database at 127.0.0.1:1/vatra cannot be reached.")
    assert "Traceback" not in done.stderr


def test_a_trouble_as_json_is_one_document_on_standard_output(tmp_path):
    (tmp_path / "file").write_text("")
    done = launched("migrate", "--json", folder=tmp_path, VATRA_HOME=str(tmp_path / "file" / "home"))
    told = json.loads(done.stdout)
    assert (done.returncode, done.stderr, told["ok"]) == (1, "", False)
    assert told["failed"].endswith("cannot be used: a file is in its place.")


def test_no_python_is_told(tmp_path):
    project = tmp_path / "a project"
    project.mkdir()
    for name in ("vatra", "uv.lock", "pyproject.toml"):
        (project / name).write_bytes((home.project() / name).read_bytes())
    (project / "vatra").chmod(0o755)
    tools = tmp_path / "tools"
    tools.mkdir()
    for name in ("sh", "cat", "cksum", "dirname"):
        (tools / name).symlink_to(Path("/bin") / name)
    done = launched(folder=project, launcher=project / "vatra", PATH=str(tools))
    assert done.returncode == 1
    assert done.stderr.startswith("Stopped. There is no Python 3.11 or newer on this machine.")
