"""What things cost: whole so'm and whole Stars, never a float."""

from dataclasses import dataclass

from bot.i18n import format_uzs, format_xtr, text
from db.artists import Artist


@dataclass(frozen=True)
class Quote:
    """A price on both rails; both are zero for a free greeting."""

    uzs: int
    xtr: int

    @property
    def is_free(self) -> bool:
        return self.uzs == 0 and self.xtr == 0


def quote_video(artist: Artist) -> Quote:
    return Quote(artist.price_uzs, artist.price_xtr)


def describe_quote(quote: Quote, language: str) -> str:
    """`⭐ 150 · 30 000 soʻm`, or the word for free."""
    if quote.is_free:
        return text(language, "video-free")
    return f"{format_xtr(quote.xtr)} · {format_uzs(language, quote.uzs)}"
