"""A poster being designed: kept in Redis beside the step, and only ever the person's own."""

import secrets
from dataclasses import dataclass

from bot.posters.posters import PosterRequest
from handlers.talk.buttons import PosterButton
from handlers.talk.drafts import Drafts


@dataclass
class PosterDraft:
    """What is known so far. `back` is the packed button of the card it is made for; `poster` its packed id.

    `size` is given where a sheet is being bought; `round` counts the looks that were tried.
    """

    id: str
    back: str
    size: str = ""
    artist: str = ""
    design: str = ""
    palette: str = ""
    recipient: str = ""
    words: str = ""
    poster: str = ""

    def button(self, action: str, value: str = "") -> PosterButton:
        return PosterButton(draft=self.id, action=action, value=value)

    def request(self, language: str) -> PosterRequest:
        """Taps on the same draft are the same request."""
        return PosterRequest(
            self.artist,
            self.design,
            self.palette,
            self.size,
            self.recipient,
            self.words,
            language,
            request_key=f"chat:{self.id}",
        )


def new_poster_draft(back: str, size: str) -> PosterDraft:
    return PosterDraft(secrets.token_hex(4), back, size)


POSTER_DRAFTS = Drafts(PosterDraft, "poster_draft", "draft")
