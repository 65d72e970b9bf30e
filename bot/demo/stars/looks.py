"""What a star looks like: every number of a portrait, with the defaults that stars.yaml departs from."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

Colour = tuple[float, float, float]  # linear, 0 … 1

# Lips shut and corners up: what shows between open lips cannot be animated, and speech has to close them.
CALM = {
    "mouthSmileLeft": 0.5,
    "mouthSmileRight": 0.44,
    "cheekSquintLeft": 0.28,
    "cheekSquintRight": 0.28,
    "browInnerUp": 0.12,
}
# Height of the hairline on the rest head at these degrees from the front.
HAIRLINE_DEGREES = (0, 20, 33, 42, 55, 66, 74, 84, 100, 125, 180)


@dataclass(frozen=True)
class Look:
    """One star. Lengths are decimetres, weights and strengths 0 … 1 unless said otherwise."""

    seed: int = 1
    # the body: weights of morph targets
    gender: float = 0.0  # 0 a woman, 1 a man
    age: float = 0.0  # 0 young, 1 old
    muscle: float = 0.5
    weight: float = 0.45
    proportions: float = 0.7
    race: dict[str, float] = field(default_factory=lambda: {"caucasian": 0.62, "asian": 0.33, "african": 0.05})
    targets: dict[str, float] = field(default_factory=dict)  # "eyes/@eye-scale-incr": "@" is both sides
    expression: dict[str, float] = field(default_factory=lambda: dict(CALM))
    # skin
    skin: Colour = (0.56, 0.34, 0.22)
    blush: float = 0.6
    pores: float = 0.3
    lines: float = 0.0  # wrinkles of forehead and eye corners
    freckles: float = 0.0
    beard_shadow: float = 0.0
    # make-up
    lip: Colour = (0.50, 0.16, 0.14)
    lip_strength: float = 0.7
    gloss: float = 0.18
    liner: float = 0.0
    shadow: float = 0.0
    shadow_colour: Colour = (0.6, 0.45, 0.42)
    # eyes
    iris: Colour = (0.115, 0.052, 0.022)
    brow_in: float = 0.10
    brow_out: float = 0.575
    brow_height: float = 7.47
    brow_arch: float = 0.05
    brow_tilt: float = 0.02
    brow_thick: float = 0.036
    brow_length: float = 0.075
    brow_count: int = 2000
    lash_count: int = 120
    lash_length: float = 0.055
    # hair
    hair: str = "short"  # short | long | braids | none
    hair_count: int = 30000
    guides: int = 1200
    hair_radius: float = 0.0018
    hair_colour: Colour | None = None  # grey and dyed hair; None: by melanin
    melanin: float = 0.93
    redness: float = 0.55
    brow_melanin: float = 0.93
    part: float = -0.28
    length_top: float = 0.62
    length_side: float = 0.16
    length: float = 3.6
    lift: float = 0.6
    quiff: float = 0.5
    wave: float = 0.06
    braids: int = 2  # a side
    hairline: tuple[float, ...] = (8.02, 8.0, 7.96, 7.88, 7.68, 7.41, 7.14, 7.3, 7.2, 6.8, 6.53)
    stubble_count: int = 0
    stubble_length: float = 0.03
    stubble_radius: float = 0.0009
    beard: float = 1.0  # share of jaw and chin
    moustache: float = 1.0  # share of the upper lip
    # clothes
    hat: dict[str, Any] = field(default_factory=dict)
    clothes: tuple[dict[str, Any], ...] = ()
    collars: tuple[dict[str, Any], ...] = ()
    earrings: bool = False
    # picture
    frame: float = 3.1  # height of the picture at the face
    frame_shift: float = -0.2
    yaw: float = 0.0  # degrees the camera stands to the side
    pitch: float = 1.5
    exposure: float = 0.85
    key: float = 1.3
    fill: float = 0.5
    rim: float = 0.8
    key_side: int = -1
    key_colour: Colour = (1.0, 0.93, 0.85)
    fill_colour: Colour = (0.82, 0.90, 1.0)
    rim_colour: Colour = (1.0, 0.97, 0.93)
    backdrop: Colour = (0.30, 0.36, 0.42)
    backdrop_edge: Colour = (0.05, 0.07, 0.10)


def load_looks(path: Path) -> dict[str, Look]:
    """Slug → Look, in the order of stars.yaml. Raises TypeError for a number that Look does not know."""
    data: dict[str, dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    shared = data.pop("shared")
    return {slug: read_look({**fields}, shared) for slug, fields in data.items()}


def read_look(fields: dict[str, Any], shared: dict[str, dict[str, Any]]) -> Look:
    """A Look from its fields; `like` names a shared group they start from, whose `targets` they add to."""
    start = shared.get(fields.pop("like", ""), {})
    targets = {**start.get("targets", {}), **fields.pop("targets", {})}
    expression = {**CALM, **start.get("expression", {}), **fields.pop("expression", {})}
    return Look(**{**start, **fields, "targets": targets, "expression": expression})
