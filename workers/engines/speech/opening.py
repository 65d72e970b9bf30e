"""Which engines speak here."""

from bot.settings import Settings
from workers.engines.contracts import EngineCard
from workers.engines.speech.cast import cast_engine, cast_narrators
from workers.engines.speech.engine import EmbeddedSpeech


def open_speech(settings: Settings) -> EmbeddedSpeech:
    """The engines of this machine, checked but not yet started (`warm()` starts them).

    Raises EngineError with what to do when a part of the installation is missing.
    """
    return cast_engine(settings.voices_dir)


def speech_status(settings: Settings) -> dict[str, EngineCard]:
    """Who would speak each language here, and in `note` why and how to mend it where it is a stand-in."""
    narrators, _ = cast_narrators(settings.voices_dir)
    return {language: narrator.card for language, narrator in narrators.items()}
