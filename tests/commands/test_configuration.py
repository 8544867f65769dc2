"""What the embedded server is told about the machine it runs on."""

import pytest

from tests.commands.clusters import a_home
from vatra.commands.cluster import configuration
from vatra.commands.cluster.folders import folders


def buffers(memory: int, *, throwaway: bool = False) -> str:
    with a_home() as home:
        text = configuration.written(folders(home), throwaway=throwaway, memory=memory)
    return dict(line.split(" = ") for line in text.splitlines())["shared_buffers"].strip("'")


@pytest.mark.parametrize(
    ("megabytes", "held"), [(512, "128MB"), (4096, "512MB"), (24_000, "3000MB"), (256_000, "4096MB")]
)
def test_an_eighth_of_the_memory_holds_the_tables(megabytes, held):
    assert buffers(megabytes) == held


def test_a_server_for_tests_takes_little_of_a_large_machine():
    assert buffers(256_000, throwaway=True) == "256MB"


def test_a_container_has_what_it_may_use_and_not_the_whole_machine(tmp_path, monkeypatch):
    whole = configuration.machine_memory()
    limit = tmp_path / "memory.max"
    monkeypatch.setattr(configuration, "CGROUP_LIMIT", limit)
    assert configuration.machine_memory() == whole
    limit.write_text("max\n")
    assert configuration.machine_memory() == whole
    limit.write_text(f"{512 << 20}\n")
    assert configuration.machine_memory() == 512
