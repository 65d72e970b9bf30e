"""Brings RHVoice and its Uzbek voice into the voices folder: `python -m workers.engines.speech.fetch`.

Uses the machine's own apt mirrors and keys, needs no root, installs and upgrades nothing. Without it Russian
and Uzbek are spoken by a robotic voice, so a failure is told in one line and is fatal only with `--require`.
"""

import argparse
import fcntl
import json
import platform
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.settings import load_settings
from workers.engines.contracts import EngineError
from workers.engines.speech.apt import Apt, AptError, is_installed, unpack_package, unpack_part
from workers.engines.speech.apt_sources import find_distribution, own_suite, read_sources
from workers.engines.speech.process import EngineProcess
from workers.engines.speech.rhvoice_files import RECIPE, STAMP, NotFetched, find_rhvoice, inspect_tree

VOICE_PACKAGE = "rhvoice-uzbek"
LIBRARY_PACKAGE = "librhvoice5"
# The Russian voices come in a wheel, all but the best man among them.
RUSSIAN_PACKAGE, RUSSIAN_VOICE = "rhvoice-russian", "usr/share/RHVoice/voices/aleksandr-hq"
# RHVoice 1.8 aborts on the newer Uzbek voice at any other quality.
CONFIG = "quality=maximum\n"
CONSEQUENCE = "Russian and Uzbek will be spoken by the robotic espeak-ng"


class CannotFetch(Exception):
    """Why the voices cannot be brought here."""


def fetch_voices(voices_dir: Path) -> str:
    """Makes sure the voices are there; a line that says what was done. Raises CannotFetch."""
    try:
        voices_dir.mkdir(parents=True, exist_ok=True)
        with _alone(voices_dir / "fetch.lock"):
            return _fetch_once(voices_dir)
    except (AptError, OSError) as error:
        raise CannotFetch(str(error)) from error


def _fetch_once(voices_dir: Path) -> str:
    try:
        return f"voices: RHVoice {find_rhvoice(voices_dir).version} is in {voices_dir}"
    except NotFetched:
        return _fetch_afresh(voices_dir)


def _fetch_afresh(voices_dir: Path) -> str:
    work, tree = voices_dir / "apt", voices_dir / "rhvoice.new"
    for leftover in (work, tree):
        shutil.rmtree(leftover, ignore_errors=True)
    try:
        apts = _open_apts(work)
        version = _build_tree(apts, tree)
        _add_russian(apts, tree)
        (tree / STAMP).write_text(json.dumps({"recipe": RECIPE, "version": version}))
        shutil.rmtree(voices_dir / "rhvoice", ignore_errors=True)
        tree.rename(voices_dir / "rhvoice")
    finally:
        shutil.rmtree(work, ignore_errors=True)
        shutil.rmtree(tree, ignore_errors=True)
    return f"voices: RHVoice {version} and its Uzbek voice were brought to {voices_dir}"


def _open_apts(work: Path) -> list[Apt]:
    """One apt for the machine's own suite and, where that lacks the voice, one for the suite that has it."""
    if not (shutil.which("apt-get") and shutil.which("dpkg-deb")):
        raise CannotFetch("this machine has no apt (Debian or Ubuntu is needed)")
    release = platform.freedesktop_os_release()
    codename = release.get("UBUNTU_CODENAME") or release.get("VERSION_CODENAME", "")
    source = find_distribution(read_sources(), codename)
    if source is None:
        raise CannotFetch("this machine's apt names no mirror of its distribution")
    ubuntu = "ubuntu" in f"{release.get('ID', '')} {release.get('ID_LIKE', '')}"
    components = "universe multiverse" if ubuntu else "non-free"
    suite, voice_suite = own_suite(source, codename), "devel" if ubuntu else "trixie"
    own = Apt(work / "own", source.render(suite, f"main {components}"))
    own.update()
    if suite == voice_suite:
        return [own]
    voice = Apt(work / "voice", source.render(voice_suite, components))
    try:
        own.dependencies(VOICE_PACKAGE)
    except AptError:
        voice.update()
        return [own, voice]
    return [own]


def _build_tree(apts: list[Apt], tree: Path) -> str:
    """Unpacks the voice and the first library that loads; RHVoice's version."""
    reason = ""
    for apt in apts:
        shutil.rmtree(tree, ignore_errors=True)
        tree.mkdir(parents=True)
        (tree / "RHVoice.conf").write_text(CONFIG)
        try:
            _unpack_first(apts, VOICE_PACKAGE, tree)
            _unpack_library(apt, apts, tree)
            return _try_tree(tree)
        except (AptError, EngineError, NotFetched) as error:
            reason = reason or str(error)
    raise CannotFetch(reason)


def _add_russian(apts: list[Apt], tree: Path) -> None:
    """Adds Aleksandr-hq; without it the Aleksandr of the wheel speaks, and the engine's card says so."""
    for apt in apts:
        try:
            unpack_part(apt.download(RUSSIAN_PACKAGE), RUSSIAN_VOICE, tree)
            return
        except AptError as error:
            print(f"voices: going on without Aleksandr-hq: {error}", file=sys.stderr)


def _unpack_library(first: Apt, apts: list[Apt], tree: Path) -> None:
    """The library and those of its dependencies that the machine lacks."""
    order = [first, *(apt for apt in apts if apt is not first)]
    waiting, seen = [LIBRARY_PACKAGE], set()
    while waiting:
        package = waiting.pop()
        seen.add(package)
        apt = _unpack_first(order, package, tree)
        for name in apt.dependencies(package):
            # Voices are named as dependencies too; ours are chosen already.
            if name not in seen and not name.startswith("rhvoice") and not is_installed(name):
                waiting.append(name)


def _unpack_first(apts: list[Apt], package: str, tree: Path) -> Apt:
    reason: AptError | None = None
    for apt in apts:
        try:
            unpack_package(apt.download(package), tree)
            return apt
        except AptError as error:
            reason = reason or error
    raise reason or AptError(f"no source has {package}")


def _try_tree(tree: Path) -> str:
    """Starts the engine and lets the Uzbek voice speak. Raises EngineError or NotFetched."""
    files = inspect_tree(tree, "")
    engine = EngineProcess("rhvoice", files.options(), files.env())
    try:
        version = str(engine.warm()["version"])
        _, pcm = engine.call({"text": "salom", "speaker": "Sevinch"})
    finally:
        engine.close()
    if not pcm:
        raise EngineError("the Uzbek voice said nothing")
    return version


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Two fetches at once wait for each other."""
    with path.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def main(args: list[str]) -> int:
    parser = argparse.ArgumentParser(description="Bring the Russian and Uzbek voices.")
    parser.add_argument("--require", action="store_true", help="fail when they cannot be brought")
    require = parser.parse_args(args).require
    try:
        print(fetch_voices(load_settings().voices_dir))
    except CannotFetch as error:
        print(f"voices: {CONSEQUENCE}, because RHVoice could not be fetched: {error}", file=sys.stderr)
        return 3 if require else 0
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
