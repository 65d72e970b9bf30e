"""Theme parameters a Mini App gets, light and dark: the playground's own colours (AA contrast)."""

from webapp.playground.shapes import Json

LIGHT: Json = {
    "bg_color": "#ffffff",
    "secondary_bg_color": "#f1f3f7",
    "text_color": "#16202c",
    "hint_color": "#667085",
    "subtitle_text_color": "#5d6878",
    "link_color": "#2456c7",
    "button_color": "#2f62d9",
    "button_text_color": "#ffffff",
    "header_bg_color": "#ffffff",
    "bottom_bar_bg_color": "#f1f3f7",
    "section_bg_color": "#ffffff",
    "section_header_text_color": "#2456c7",
    "section_separator_color": "#e2e6ee",
    "accent_text_color": "#2456c7",
    "destructive_text_color": "#c4322b",
}
DARK: Json = {
    "bg_color": "#17212f",
    "secondary_bg_color": "#0f1722",
    "text_color": "#eef2f8",
    "hint_color": "#93a1b5",
    "subtitle_text_color": "#9dabbf",
    "link_color": "#8cb4ff",
    "button_color": "#3a6fe8",
    "button_text_color": "#ffffff",
    "header_bg_color": "#17212f",
    "bottom_bar_bg_color": "#0f1722",
    "section_bg_color": "#1c2838",
    "section_header_text_color": "#8cb4ff",
    "section_separator_color": "#2a384b",
    "accent_text_color": "#8cb4ff",
    "destructive_text_color": "#ff8a80",
}


def pick_theme(name: str) -> Json:
    """The parameters of `dark`, or of the light theme for anything else."""
    return DARK if name == "dark" else LIGHT
