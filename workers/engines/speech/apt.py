"""An apt of our own: other sources, other folders, no root; it downloads and never installs."""

import os
import re
import subprocess
import tarfile
from pathlib import Path
from typing import Any

UPDATE_SECONDS = 300
DOWNLOAD_SECONDS = 300


class AptError(Exception):
    """apt could not do it; the message is its own first error."""


class Apt:
    """apt-get with its lists and state under `folder` and only the given sources.

    The machine's own settings (proxies, certificates) and keys stay in force, so does apt's check of
    signatures and checksums.
    """

    def __init__(self, folder: Path, sources: str) -> None:
        self.folder = folder.resolve()
        for part in ("state/lists/partial", "cache/archives/partial", "parts"):
            (self.folder / part).mkdir(parents=True, exist_ok=True)
        (self.folder / "voices.sources").write_text(sources)
        settings = {
            "Dir::Etc::sourcelist": self.folder / "voices.sources",
            "Dir::Etc::sourceparts": self.folder / "parts",
            "Dir::State": self.folder / "state",
            "Dir::State::status": "/var/lib/dpkg/status",
            "Dir::Cache": self.folder / "cache",
            "APT::Sandbox::User": "root",  # else root's apt drops to a user who may not write here
            "APT::Update::Error-Mode": "any",
            "Acquire::Languages": "none",
            "Acquire::Retries": "2",
            "Acquire::http::Timeout": "20",
            "Acquire::https::Timeout": "20",
        }
        self._options = [part for key, value in settings.items() for part in ("-o", f"{key}={value}")]

    def update(self) -> None:
        """Brings the signed indexes. Raises AptError."""
        self._run("apt-get", "-q", "update", seconds=UPDATE_SECONDS)

    def download(self, package: str) -> Path:
        """The package's file, in our folder. Raises AptError when the sources lack it."""
        before = set(self.folder.glob("*.deb"))
        self._run("apt-get", "-q", "download", package, seconds=DOWNLOAD_SECONDS)
        fresh = set(self.folder.glob(f"{package}_*.deb"))
        if not fresh:
            raise AptError(f"apt downloaded nothing for {package}")
        return sorted(fresh - before or fresh)[-1]

    def dependencies(self, package: str) -> list[str]:
        """First choices of what `package` needs, by name."""
        shown = self._run("apt-cache", "show", "--no-all-versions", package, seconds=60)
        line = re.search(r"^Depends: (.*)$", shown, re.MULTILINE)
        return [re.split(r"[ :|(]", part.strip())[0] for part in line[1].split(",")] if line else []

    def _run(self, program: str, *args: str, seconds: float) -> str:
        env = {**os.environ, "LC_ALL": "C", "DEBIAN_FRONTEND": "noninteractive"}
        try:
            done = subprocess.run(
                [program, *self._options, *args],
                cwd=self.folder,
                env=env,
                capture_output=True,
                text=True,
                timeout=seconds,
            )
        except subprocess.TimeoutExpired:
            raise AptError(f"{program} {args[-1]} took longer than {seconds:g} s") from None
        if done.returncode:
            raise AptError(_last_error(done.stderr) or f"{program} {' '.join(args)} failed")
        return done.stdout


def is_installed(package: str) -> bool:
    """True when the machine itself has the package."""
    query = ["dpkg-query", "-W", "-f", "${db:Status-Status}", package]
    return subprocess.run(query, capture_output=True, text=True).stdout.startswith("installed")


def unpack_package(file: Path, folder: Path) -> None:
    """Unpacks a .deb without installing it. Raises AptError."""
    done = subprocess.run(["dpkg-deb", "-x", file, folder], capture_output=True, text=True)
    if done.returncode:
        raise AptError(_last_error(done.stderr) or f"{file.name} cannot be unpacked")


def unpack_part(file: Path, part: str, folder: Path) -> None:
    """Unpacks only what lies under `part` (a path inside the .deb). Raises AptError."""
    with subprocess.Popen(["dpkg-deb", "--fsys-tarfile", file], stdout=subprocess.PIPE) as reader:
        try:
            with tarfile.open(fileobj=reader.stdout, mode="r|") as archive:
                wanted = (member for member in archive if member.name.startswith(f"./{part}/"))
                archive.extractall(folder, members=wanted, **_SAFELY)
        except tarfile.TarError as error:
            raise AptError(f"{file.name} cannot be unpacked: {error}") from error
    if not (folder / part).is_dir():
        raise AptError(f"{file.name} has no {part}")


# Debian 12's Python is older than the filter; what is unpacked was checked against apt's signed index anyway.
_SAFELY: dict[str, Any] = {"filter": "data"} if hasattr(tarfile, "data_filter") else {}


def _last_error(output: str) -> str:
    errors = [line for line in output.splitlines() if line.startswith(("E:", "dpkg-deb: error"))]
    return errors[0].removeprefix("E: ") if errors else ""
