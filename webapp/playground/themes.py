"""Theme parameters a Mini App gets, light and dark: the playground's own colours (AA contrast)."""

from webapp.playground.shapes import Json

LIGHT: Json = {
    "bg_color": "#ffffff",
    "secondary_bg_color": "#f3f2f8",
    "text_color": "#1c1a2b",
    "hint_color": "#676480",
    "subtitle_text_color": "#676480",
    "link_color": "#4c3bc4",
    "button_color": "#5a48d6",
    "button_text_color": "#ffffff",
    "header_bg_color": "#ffffff",
    "bottom_bar_bg_color": "#ffffff",
    "section_bg_color": "#ffffff",
    "section_header_text_color": "#4c3bc4",
    "section_separator_color": "#e3e1ee",
    "accent_text_color": "#4c3bc4",
    "destructive_text_color": "#b4232f",
}
DARK: Json = {
    "bg_color": "#1b1a29",
    "secondary_bg_color": "#12111c",
    "text_color": "#f1f0fa",
    "hint_color": "#a19dbb",
    "subtitle_text_color": "#a19dbb",
    "link_color": "#b3a8ff",
    "button_color": "#6654e0",
    "button_text_color": "#ffffff",
    "header_bg_color": "#1b1a29",
    "bottom_bar_bg_color": "#1b1a29",
    "section_bg_color": "#232135",
    "section_header_text_color": "#b3a8ff",
    "section_separator_color": "#33304a",
    "accent_text_color": "#b3a8ff",
    "destructive_text_color": "#ff9096",
}


def pick_theme(name: str) -> Json:
    """The parameters of `dark`, or of the light theme for anything else."""
    return DARK if name == "dark" else LIGHT
