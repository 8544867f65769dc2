"""The first start: an empty cluster with its roles."""

from vatra.commands import home, trouble
from vatra.commands.cluster import account, binaries, configuration, roles
from vatra.commands.cluster.folders import Folders


def create(folders: Folders) -> None:
    """Runs initdb beside the data's place and moves it there: half a cluster is never taken for one."""
    draft = folders.top / "data.new"
    account.run(["/bin/rm", "-rf", draft])
    password = folders.top / "password"
    account.write(password, home.secret(folders.home, roles.BOOTSTRAP))
    words = [f"--pgdata={draft}", f"--pwfile={password}", *configuration.INITDB]
    done = account.run([binaries.programs() / "initdb", *words])
    password.unlink()
    if done.returncode:
        raise trouble.server_would_not_start(folders.top, done.stderr.strip()[-600:])
    draft.rename(folders.data)


def refuse_other_version(folders: Folders) -> None:
    """A data folder of another major version is left untouched."""
    found = (folders.data / "PG_VERSION").read_text().strip()
    if found != binaries.major_version():
        raise trouble.other_major_version(folders.data, found, binaries.major_version())


def configure(folders: Folders, *, throwaway: bool) -> None:
    """Written at every start: the socket's place or Vatra's own version may have changed."""
    settings = configuration.written(folders, throwaway=throwaway, memory=configuration.machine_memory())
    account.write(folders.data / "postgresql.conf", settings)
    account.write(folders.data / "pg_hba.conf", configuration.ADMISSION)
