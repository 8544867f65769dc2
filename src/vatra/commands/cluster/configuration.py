"""The embedded server's configuration: closed to the network, silent about people, for a small machine."""

import os
from pathlib import Path

from vatra.commands.cluster.folders import Folders

INITDB = [
    "--username=vatra_bootstrap",
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--data-checksums",
]

# No host line: nothing arrives over a network. No peer or trust: everybody shows a password.
ADMISSION = "local all all scram-sha-256\n"

SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "password_encryption": "scram-sha-256",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "work_mem": "16MB",
    "maintenance_work_mem": "256MB",
    "max_wal_size": "2GB",
    "random_page_cost": "1.1",
    # Pages are many small questions: compiling them takes longer than answering.
    "jit": "off",
    # One file per weekday, each emptied before it is written again.
    "logging_collector": "on",
    "log_filename": "%a.log",
    "log_rotation_age": "1d",
    "log_truncate_on_rotation": "on",
    "log_line_prefix": "%m [%p] %u ",
    # What was refused may name a child: the log keeps neither the statement nor the row.
    "log_error_verbosity": "terse",
    "log_min_error_statement": "panic",
    "log_parameter_max_length_on_error": "0",
}

# A server for tests is thrown away: it need not survive a power cut. A statement is planned once, over tables that are
# nearly empty, and so that it stays quick when a test fills them.
THROWAWAY = {
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "plan_cache_mode": "force_generic_plan",
    "autovacuum": "off",
    "enable_seqscan": "off",
}


CGROUP_LIMIT = Path("/sys/fs/cgroup/memory.max")
MEGABYTE = 1 << 20
LEAST_BUFFERS, FOR_TESTS, MOST_BUFFERS = 128, 256, 4096  # MB


def machine_memory() -> int:
    """Of this machine, or what its container may use of it, in MB."""
    whole = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    try:
        limit = int(CGROUP_LIMIT.read_text())
    except (OSError, ValueError):  # no such file, or "max"
        limit = whole
    return min(whole, limit) // MEGABYTE


def written(folders: Folders, *, throwaway: bool, memory: int) -> str:
    """The text of postgresql.conf for a machine with so much memory (MB).

    An eighth of it holds the tables: half of what the manual gives a server that has a machine for itself, for here
    browsers and word processors live too.
    """
    buffers = FOR_TESTS if throwaway else min(max(memory // 8, LEAST_BUFFERS), MOST_BUFFERS)
    settings = SETTINGS | {
        "shared_buffers": f"{buffers}MB",
        "effective_cache_size": f"{max(memory // 2, LEAST_BUFFERS)}MB",
        "unix_socket_directories": f'"{folders.socket}"',
        "log_directory": str(folders.log),
        **(THROWAWAY if throwaway else {}),
    }
    return "".join(f"{name} = {_quoted(value)}\n" for name, value in settings.items())


def _quoted(value: str) -> str:
    return "'" + value.replace("\\", "\\\\").replace("'", "''") + "'"
