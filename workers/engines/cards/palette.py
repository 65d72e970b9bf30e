"""Colours of a card: one accent, cooler for a distant star and warmer the closer the likeness."""

from dataclasses import dataclass

Color = tuple[int, int, int]
CREAM: Color = (255, 247, 235)
_STEPS: tuple[tuple[int, Color, Color], ...] = (  # from this percent on: accent, ground
    (90, (255, 190, 84), (38, 20, 14)),
    (80, (255, 160, 104), (42, 18, 18)),
    (70, (255, 150, 150), (40, 16, 28)),
    (60, (244, 150, 206), (36, 16, 40)),
    (45, (184, 164, 255), (24, 18, 46)),
    (30, (138, 190, 255), (14, 24, 46)),
    (0, (128, 222, 214), (10, 30, 40)),
)


@dataclass(frozen=True)
class Palette:
    """`accent` for what matters, `ground` for what everything stands on."""

    accent: Color
    ground: Color


def choose_palette(percent: int) -> Palette:
    return next(Palette(accent, ground) for least, accent, ground in _STEPS if percent >= least)
