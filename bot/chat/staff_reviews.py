"""Words under review as validators see them: the card, its two buttons, the ready reasons, the decision below."""

import html
from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.chat.buttons import PosterReviewButton, ReviewButton, Verdict
from bot.greetings.reviews import find_review
from bot.i18n import text
from bot.ids import pack_id
from bot.posters.reviews import find_reviewed
from db.posters import PosterStatus
from db.reviews import ReviewStatus

Kind = Literal["video", "poster"]
READY_REASONS: tuple[Verdict, ...] = ("rude", "personal", "promise", "offtopic")


@dataclass(frozen=True)
class Decision:
    """Who decided what; `reason` is what the fan reads after a no."""

    allowed: bool
    who: str
    reason: str


@dataclass(frozen=True)
class ReviewCard:
    """HTML `words` with all that a validator needs, in `language`; `decision` is None while one is waited for."""

    kind: Kind
    id: UUID
    language: str
    words: str
    decision: Decision | None
    fan_language: str

    def buttons(self) -> InlineKeyboardMarkup:
        """Yes and no."""
        names: tuple[Verdict, ...] = ("yes", "no")
        row = [self._button(f"staff-review-{name}", name) for name in names]
        return InlineKeyboardMarkup(inline_keyboard=[row])

    def reasons(self) -> InlineKeyboardMarkup:
        """The ready reasons, a reason of one's own, and the way back."""
        names: tuple[Verdict, ...] = (*READY_REASONS, "own", "back")
        return InlineKeyboardMarkup(inline_keyboard=[[self._button(f"staff-pick-{name}", name)] for name in names])

    def _button(self, key: str, verdict: Verdict) -> InlineKeyboardButton:
        packed = pack_id(self.id)
        is_poster = self.kind == "poster"
        data = PosterReviewButton(verdict=verdict, poster=packed) if is_poster else None
        return InlineKeyboardButton(
            text=text(self.language, key), callback_data=(data or ReviewButton(verdict=verdict, review=packed)).pack()
        )

    def closed(self) -> str:
        """The words, and below them who decided what."""
        if self.decision is None:
            return self.words
        key = "staff-approved" if self.decision.allowed else "staff-refused"
        line = text(self.language, key, who=html.escape(self.decision.who or "—"))
        reason = "" if self.decision.allowed else f"\n<i>{html.escape(self.decision.reason)}</i>"
        return f"{self.words}\n\n{line}{reason}"


async def greeting_card(review_id: UUID, language: str) -> ReviewCard:
    """The words of a greeting as they stand now. Raises NotFound."""
    review = await find_review(review_id)
    video, decision = review.video, None
    if review.status is not ReviewStatus.WAITING:
        who = review.decided_by.first_name if review.decided_by else ""
        decision = Decision(review.status is ReviewStatus.APPROVED, who, review.reason)
    words = _ask("video-review-ask", language, video.artist.name, review.categories, video.recipient, video.text)
    return ReviewCard("video", review.id, language, words, decision, video.user.language)


async def poster_card(poster_id: UUID, language: str) -> ReviewCard:
    """The words of a poster as they stand now. Raises NotFound."""
    poster = await find_reviewed(poster_id)
    name, decision = poster.artist.name, None
    if poster.status is not PosterStatus.IN_REVIEW:
        decision = Decision(poster.status is not PosterStatus.REFUSED, poster.reviewed_by, poster.review_reason)
    words = _ask("poster-review-ask", language, name, poster.categories, poster.recipient, poster.words)
    return ReviewCard("poster", poster.id, language, words, decision, poster.user.language)


def _ask(key: str, language: str, artist: str, categories: list[str], recipient: str, words: str) -> str:
    named = [text(language, "moderation-category", category=name) for name in categories]
    return text(
        language,
        key,
        artist=html.escape(artist),
        categories=", ".join(named) or "—",
        recipient=html.escape(recipient),
        text=html.escape(words),
    )
