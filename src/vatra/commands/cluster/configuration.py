"""The embedded server's configuration: closed to the network, silent about people, for a small machine."""

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
    "shared_buffers": "256MB",
    "effective_cache_size": "1GB",
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

# A server for tests is thrown away: it need not survive a power cut, and where tables are nearly empty one plan
# is as good as another.
THROWAWAY = {
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "plan_cache_mode": "force_generic_plan",
}


def written(folders: Folders, *, throwaway: bool) -> str:
    """The text of postgresql.conf."""
    settings = SETTINGS | {
        "unix_socket_directories": f'"{folders.socket}"',
        "log_directory": str(folders.log),
        **(THROWAWAY if throwaway else {}),
    }
    return "".join(f"{name} = {_quoted(value)}\n" for name, value in settings.items())


def _quoted(value: str) -> str:
    return "'" + value.replace("\\", "\\\\").replace("'", "''") + "'"
