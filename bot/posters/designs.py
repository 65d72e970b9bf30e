"""The designs a poster can have, their colours and sizes, and how sharp a picture is on each of them."""

from dataclasses import dataclass

BLEED_MM = 3
LEAST_DPI = 150  # a picture coarser than this shows its pixels at arm's length
SIZES = {"a5": (148, 210), "a4": (210, 297), "a3": (297, 420)}  # trimmed, millimetres
_INCH_MM = 25.4


@dataclass(frozen=True)
class Palette:
    """Four colours, `#rrggbb`: the ground, what is written on it, what catches the eye, and a middle tone."""

    paper: str
    ink: str
    accent: str
    tone: str


@dataclass(frozen=True)
class Design:
    """A layout; `picture_mm` is the box that the picture fills on A4, width × height."""

    name: str
    picture_mm: tuple[int, int]
    palettes: dict[str, Palette]


_ALL = (
    Design(
        "spotlight",
        (168, 168),
        {
            "midnight": Palette("#0b1026", "#f6efe0", "#e8b04a", "#2b3f8a"),
            "garnet": Palette("#22060d", "#fbeee2", "#f0a272", "#8c1c35"),
            "emerald": Palette("#04190f", "#f3f1e0", "#d9c06a", "#12613f"),
            "aubergine": Palette("#190822", "#f8ecf2", "#f29bb7", "#662a7c"),
        },
    ),
    Design(
        "riso",
        (168, 168),
        {
            "apricot": Palette("#f7efdf", "#1d2a57", "#f4743b", "#f9b233"),
            "lagoon": Palette("#f2efe4", "#12353b", "#17a398", "#f2c14e"),
            "pomegranate": Palette("#f8ece4", "#3b0d24", "#d7263d", "#f4a6a0"),
        },
    ),
    Design(
        "bill",
        (168, 138),
        {
            "saffron": Palette("#f5b81f", "#17120d", "#d7361f", "#fff4d6"),
            "brick": Palette("#df5035", "#150b08", "#ffd84d", "#ffeedd"),
            "sky": Palette("#7cc4e8", "#0d1b2a", "#f2545b", "#f4fbff"),
            "bone": Palette("#efe9dc", "#16130f", "#c8102e", "#ffffff"),
        },
    ),
    Design(
        "ikat",
        (100, 120),
        {
            "bukhara": Palette("#fbf3e3", "#3c0a14", "#b3172d", "#e2a32b"),
            "margilan": Palette("#f7f4e8", "#0e2b3d", "#12748a", "#e6b34c"),
            "khiva": Palette("#fdf6ec", "#241147", "#5b2a86", "#e2557b"),
        },
    ),
)
DESIGNS = {design.name: design for design in _ALL}
PALETTES = {design.name: design.palettes for design in _ALL}


def printed_dpi(source_width_px: int, source_height_px: int, design: str, size: str) -> int:
    """Pixels of the source to a printed inch where the design puts it, along its coarser side."""
    scale = SIZES[size][0] / SIZES["a4"][0]
    width_mm, height_mm = DESIGNS[design].picture_mm
    across = source_width_px / (width_mm * scale / _INCH_MM)
    down = source_height_px / (height_mm * scale / _INCH_MM)
    return int(min(across, down))
