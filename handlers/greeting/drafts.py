"""A greeting being put together: kept in Redis beside the step, and only ever the person's own."""

import secrets
from dataclasses import dataclass

from aiogram.filters.callback_data import CallbackData

from bot.greetings.videos import VideoRequest
from handlers.talk.buttons import StepButton
from handlers.talk.drafts import Drafts


@dataclass
class Draft:
    """What is known so far. `video` is the packed id of the greeting once it is ordered."""

    id: str
    artist: str
    occasion: str = ""
    recipient: str = ""
    words: str = ""
    video: str = ""

    def button(self, action: str, value: str = "") -> CallbackData:
        return StepButton(draft=self.id, action=action, value=value)

    def request(self) -> VideoRequest:
        """What the use-cases are asked for; taps on the same draft are the same request."""
        return VideoRequest(
            self.artist, self.occasion, self.recipient, self.words, source="chat", request_key=f"chat:{self.id}"
        )


def new_draft(artist: str) -> Draft:
    return Draft(secrets.token_hex(4), artist)


DRAFTS = Drafts(Draft, "draft", "draft", lambda draft: not draft.video)
