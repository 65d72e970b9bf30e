"""Sets up `.venv` from a lock file with nothing but Python's own library: `python3 bot/embedded/install.py LOCK`.

Safe to repeat: what is installed is remembered by the lock's checksum, and a half-finished set-up is begun again.
Works without root, and on a Debian that lacks `python3-venv`.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
VENV = ROOT / ".venv"
STAMPS = VENV / "stario.json"
INSTALLER = Path(__file__).with_name("installer.lock")
_FREE_BYTES = 3 * 2**30


class SetupError(Exception):
    """Set-up cannot go on; the message says what to do."""


def main() -> int:
    try:
        for lock in sys.argv[1:]:
            install_lock(ROOT / lock)
    except SetupError as error:
        print(f"\n✗ {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nstopped; the next call goes on from here", file=sys.stderr)
        return 130
    return 0


def install_lock(lock: Path) -> None:
    """Brings `.venv` to what `lock` says. Raises SetupError."""
    checksum = hashlib.sha256(lock.read_bytes()).hexdigest()
    if _stamps().get(lock.name) == checksum and Path(_python()).exists():
        return
    if shutil.disk_usage(ROOT).free < _FREE_BYTES:
        raise SetupError(f"less than {_FREE_BYTES // 2**30} GB are free where {ROOT} lies")
    if not _venv_works():
        _make_venv()
    _install_packages(lock)
    _compile_ours()
    STAMPS.write_text(json.dumps({**_stamps(), lock.name: checksum}))


def _stamps() -> dict[str, str]:
    try:
        return dict(json.loads(STAMPS.read_text()))
    except (OSError, ValueError):
        return {}


def _python() -> str:
    return str(VENV / "bin" / "python")


def _venv_works() -> bool:
    try:
        return subprocess.run([_python(), "-m", "pip", "--version"], capture_output=True).returncode == 0
    except OSError:
        return False


def _make_venv() -> None:
    print("  … virtual environment", flush=True)
    shutil.rmtree(VENV, ignore_errors=True)
    if subprocess.run([sys.executable, "-m", "venv", str(VENV)], capture_output=True).returncode == 0:
        return
    shutil.rmtree(VENV, ignore_errors=True)
    bare = subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(VENV)], capture_output=True, text=True)
    if bare.returncode != 0:
        raise SetupError(f"no virtual environment could be made:\n{bare.stderr}")
    _bring_pip()


def _bring_pip() -> None:
    """Debian keeps pip for virtual environments in a package of its own; it is unpacked here without root."""
    with tempfile.TemporaryDirectory() as folder:
        steps = (["apt-get", "download", "python3-pip-whl"], ["sh", "-c", "dpkg -x python3-pip-whl*.deb ."])
        for step in steps:
            if not shutil.which(step[0]) or subprocess.run(step, cwd=folder, capture_output=True).returncode != 0:
                raise SetupError("pip for virtual environments is missing: sudo apt-get install python3-venv")
        wheels = Path(folder, "usr/share/python-wheels")
        pip = next(wheels.glob("pip-*.whl"))
        command = [_python(), f"{pip}/pip", "install", "-q", "--no-index", f"--find-links={wheels}", "pip"]
        if subprocess.run(command).returncode != 0:
            raise SetupError("pip could not be installed: sudo apt-get install python3-venv")


def _install_packages(lock: Path) -> None:
    total = sum(1 for line in lock.read_text().splitlines() if "==" in line)
    started = time.monotonic()
    print(f"  … {total} packages; the first time they are about 450 MB to download", flush=True)
    if not _install_quickly(lock):
        _install_with_pip(lock, total)
    print(f"  ✓ {total} packages ({time.monotonic() - started:.0f} s)", flush=True)


# The lock is the whole closure with hashes, so nothing is resolved and nothing else comes in.
_EXACTLY = ["--no-deps", "--require-hashes", "-r"]


def _install_quickly(lock: Path) -> bool:
    """By uv, which takes a fifth of pip's time. It does not read pip's own settings, so pip stays behind it."""
    pip = [_python(), "-m", "pip", "install", "-q", "--disable-pip-version-check", *_EXACTLY]
    if subprocess.run([*pip, str(INSTALLER)], capture_output=True, env=_environment()).returncode != 0:
        return False
    uv = [
        str(VENV / "bin" / "uv"),
        "pip",
        "install",
        "-q",
        "--compile-bytecode",
        "--python",
        _python(),
        *_EXACTLY,
        str(lock),
    ]
    return subprocess.run(uv, capture_output=True, env=_environment(), cwd=ROOT).returncode == 0


def _compile_ours() -> None:
    """Our own bytecode, for machines that forbid Python to keep it while it runs."""
    folders = [str(ROOT / name) for name in ("bot", "db", "handlers", "admin", "webapp", "workers")]
    subprocess.run([_python(), "-m", "compileall", "-q", *folders], cwd=ROOT)


def _environment() -> dict[str, str]:
    return {**os.environ, "PIP_ROOT_USER_ACTION": "ignore", "PYTHONUNBUFFERED": "1"}


def _install_with_pip(lock: Path, total: int) -> None:
    command = [
        _python(),
        "-m",
        "pip",
        "install",
        "--progress-bar=off",
        "--disable-pip-version-check",
        "--no-input",
        *_EXACTLY,
        str(lock),
    ]
    done, tail = 0, list[str]()
    pip = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=_environment(), cwd=ROOT
    )
    assert pip.stdout is not None
    for line in pip.stdout:
        tail = [*tail[-20:], line]
        if line.startswith(("Collecting ", "Requirement already")):
            done += 1
            _tell(f"  … packages {done}/{total}")
        elif line.startswith("Installing"):
            _tell("  … installing them         ")
    if pip.wait() != 0:
        raise SetupError("packages could not be installed:\n" + "".join(tail))


def _tell(line: str) -> None:
    if sys.stdout.isatty():
        print(line, end="\r", flush=True)


if __name__ == "__main__":
    sys.exit(main())
