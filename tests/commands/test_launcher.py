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


def test_of_two_pythons_the_clearly_quicker_one_is_taken(tmp_path):
    project = tmp_path / "a project"
    project.mkdir()
    for name in ("vatra", "uv.lock", "pyproject.toml"):
        (project / name).write_bytes((home.project() / name).read_bytes())
    (project / "vatra").chmod(0o755)
    folders = {}
    for name in ("tools", "slow", "quick", "hardly quicker", "too old"):
        folders[name] = tmp_path / name
        folders[name].mkdir()
    for name in ("sh", "cat", "cksum", "dirname"):
        (folders["tools"] / name).symlink_to(Path("/bin") / name)
    # What a Python prints when it is measured: so many microseconds, or nothing.
    prints = {"slow": "20000", "quick": "10000", "hardly quicker": "9000", "too old": ""}
    for name, taken in prints.items():
        program(folders[name] / "python3", f"echo {taken}")
    program(folders["tools"] / "uv", f'echo "$@" >"{tmp_path}/asked"; exit 1')
    searched = ":".join(
        str(folders[name]) for name in ("too old", "slow", "quick", "hardly quicker", "tools")
    )
    done = launched(folder=project, launcher=project / "vatra", PATH=searched)
    assert done.stderr.endswith("has room, and start again.\n")
    assert (tmp_path / "asked").read_text().endswith(f"--python {folders['quick']}/python3\n")


def program(path, does):
    path.write_text(f"#!/bin/sh\n{does}\n")
    path.chmod(0o755)
