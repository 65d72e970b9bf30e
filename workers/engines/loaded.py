"""The engines that one worker has loaded; a class of work loads only its own (`workers/classes/`)."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:  # so that a worker without engines carries none of their libraries
    from workers.engines.contracts import FaceAnimator, SpeechEngine
    from workers.engines.face.gallery import LoadedGallery
    from workers.engines.face.selfies import SelfieReader
    from workers.engines.mockup.printing import Mockups
    from workers.engines.poster import PosterEngine

E = TypeVar("E")


@dataclass
class Engines:
    """None where this class of work has no use for an engine."""

    speech: "SpeechEngine | None" = None
    animator: "FaceAnimator | None" = None
    selfies: "SelfieReader | None" = None
    gallery: "LoadedGallery | None" = None
    posters: "PosterEngine | None" = None
    mockups: "Mockups | None" = None

    def close(self) -> None:
        """Ends the processes and threads that engines hold."""
        for engine in (self.speech, self.selfies):
            if engine is not None:
                engine.close()


def loaded(engine: E | None) -> E:
    """The engine. Raises LookupError in a worker that has not loaded it: the job is in the wrong class."""
    if engine is None:
        raise LookupError("this worker has not loaded that engine: see workers/classes/ and CLASS_OF_JOB")
    return engine
