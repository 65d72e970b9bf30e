"""What the face does in one frame: the small set of numbers that drawing needs."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Pose:
    """Lengths are in eye distances, turns in radians, the rest 0 … 1. Zero is the portrait itself.

    `jaw` drops the chin, `part` parts the lips, `shut_upper` and `shut_lower` bring each lip to the seam,
    `wide` pulls the corners apart (negative: together), `bare_upper`/`bare_lower` draw a lip off the teeth,
    `full` thickens the lips (negative: pressed thin), `tongue` lifts the tip, `lid` closes the eyes,
    `gaze` moves the irises, `fold` deepens the cheek folds.
    """

    jaw: float = 0.0
    part: float = 0.0
    shut_upper: float = 0.0
    shut_lower: float = 0.0
    wide: float = 0.0
    bare_upper: float = 0.0
    bare_lower: float = 0.0
    full: float = 0.0
    tongue: float = 0.0
    lid: float = 0.0
    gaze: tuple[float, float] = (0.0, 0.0)
    fold: float = 0.0
    yaw: float = 0.0
    pitch: float = 0.0
    roll: float = 0.0
    slide: tuple[float, float] = (0.0, 0.0)
    brow: float = 0.0
    breath: float = 0.0
