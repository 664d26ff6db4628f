"""A throwaway PostgreSQL server for tests and measurements.

As a command, it runs another one with DATABASE_URL set:
`python -m tools.postgres make run`.
"""

import contextlib
import locale
import os
import pwd
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tools import processes
from tools.environment import ROOT
from tools.postgres_programs import Unavailable, programs

NAME = "citewell"  # of the role and of the database
SOCKET_PATH_LIMIT = 107 - len("/.s.PGSQL.65535.lock")
STARTING_TAKES_AT_MOST = 60  # seconds
# Nothing in this database is worth keeping after a power cut.
OPTIONS = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "listen_addresses": "127.0.0.1",
    "max_connections": "200",
    "log_min_messages": "fatal",
}


@contextlib.contextmanager
def cluster() -> Iterator[str]:
    """Start a server, give its DATABASE_URL, stop it and remove its files."""
    folder = programs()
    with _home() as (home, identity):
        options: dict[str, Any] = {"cwd": home, "env": _environment(), **identity}
        data, password = home / "data", secrets.token_hex(16)
        _make(folder, data, password, options)
        port = _free_port()
        sockets = home if len(str(home)) <= SOCKET_PATH_LIMIT else ""
        settings = OPTIONS | {"port": port, "unix_socket_directories": sockets}
        command = [folder / "postgres", "-D", data]
        command += [f"--{name}={value}" for name, value in settings.items()]
        server = processes.start(command, stdin=subprocess.DEVNULL, **options)
        try:
            _wait(server, data / "postmaster.pid")
            yield f"postgres://{NAME}:{password}@127.0.0.1:{port}/{NAME}"
        finally:
            # SIGINT is PostgreSQL's fast shutdown: clients are cut off.
            processes.stop(server, patience=10)


@contextlib.contextmanager
def _home() -> Iterator[tuple[Path, dict[str, Any]]]:
    """Make the cluster's folder, and say as whom its programs run.

    PostgreSQL refuses to run as root, and another user may be unable to reach
    this folder: then the system's folder for temporary files serves.
    """
    identity = _other_user() if os.geteuid() == 0 else {}
    var = ROOT / "var"
    var.mkdir(exist_ok=True)
    for place in (str(var), tempfile.gettempdir()):
        home = Path(tempfile.mkdtemp(prefix="postgres-", dir=place))
        try:
            if identity:
                os.chown(home, identity["user"], identity["group"])
            if _reachable(home, identity):
                yield home, identity
                return
        finally:
            shutil.rmtree(home, ignore_errors=True)
    raise Unavailable("no folder that the server's user can reach")


def _other_user() -> dict[str, Any]:
    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            entry = pwd.getpwnam(name)
            return {
                "user": entry.pw_uid,
                "group": entry.pw_gid,
                "extra_groups": [],
            }
    raise Unavailable("run as root, and there is no user postgres or nobody")


def _reachable(home: Path, identity: dict[str, Any]) -> bool:
    command = ["/bin/sh", "-c", 'cd "$1" && : > probe && rm probe', "sh", str(home)]
    options: dict[str, Any] = {"cwd": "/", "stderr": subprocess.DEVNULL, **identity}
    return subprocess.run(command, check=False, **options).returncode == 0


def _make(folder: Path, data: Path, password: str, options: dict[str, Any]) -> None:
    """Make a cluster with one role, which owns one database."""
    secret = data.with_name("password")
    secret.write_text(password)
    if "user" in options:
        os.chown(secret, options["user"], options["group"])
    initdb = [folder / "initdb", "--pgdata", data, "--username", NAME]
    initdb += ["--auth", "scram-sha-256", "--pwfile", secret, "--no-sync"]
    initdb += ["--encoding", "UTF8", "--locale", _locale()]
    _run(initdb, "", options)
    single = [folder / "postgres", "--single", "-F", "-D", data, "postgres"]
    _run(single, f"CREATE DATABASE {NAME}\n", options)


def _run(command: list[Any], text: str, options: dict[str, Any]) -> None:
    result = subprocess.run(
        command, input=text, text=True, capture_output=True, check=False, **options
    )
    if result.returncode:
        name = Path(command[0]).name
        raise Unavailable(f"{name} failed: {' '.join(result.stderr.split())}")


def _locale() -> str:
    """Return a locale that knows letters beyond ASCII, if there is one."""
    before = locale.setlocale(locale.LC_CTYPE)
    try:
        for name in ("C.UTF-8", "en_US.UTF-8"):
            with contextlib.suppress(locale.Error):
                return locale.setlocale(locale.LC_CTYPE, name)
        return "C"
    finally:
        locale.setlocale(locale.LC_CTYPE, before)


def _environment() -> dict[str, str]:
    return {k: v for k, v in os.environ.items() if not k.startswith(("PG", "LC_"))}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(server: subprocess.Popen[bytes], pid_file: Path) -> None:
    """Wait for the eighth line of postmaster.pid, which says when it is ready."""
    deadline = time.monotonic() + STARTING_TAKES_AT_MOST
    while server.poll() is None and time.monotonic() < deadline:
        with contextlib.suppress(OSError, IndexError):
            if pid_file.read_text().splitlines()[7].strip() == "ready":
                return
        time.sleep(0.05)
    raise Unavailable("the server did not start")


def main() -> int:
    """Run the command given as arguments on a server of its own."""
    try:
        with cluster() as url:
            child = processes.start(
                sys.argv[1:], env=os.environ | {"DATABASE_URL": url}
            )
            try:
                return child.wait()
            finally:
                processes.stop(child, patience=10)
    except Unavailable as error:
        raise SystemExit(f"No PostgreSQL: {error}.") from None


if __name__ == "__main__":
    processes.main(main)
