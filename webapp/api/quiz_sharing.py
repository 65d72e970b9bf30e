"""A quiz result shared from the Mini App: a prepared message, the card's addresses, a public page."""

from pydantic import BaseModel, Field

from bot.chat.quiz_shares import prepare_share
from bot.errors import Conflict
from bot.quiz.quizzes import QuizStatus, find_quiz
from webapp.api.endpoint import Answer, Call


class ShareAnswer(BaseModel):
    """What the page hands to Telegram, and what it offers where Telegram cannot."""

    message_id: str = Field(description="For `shareMessage`; good for one sending.")
    card_url: str = Field(description="JPEG, 1080 × 1350.")
    story_url: str = Field(description="JPEG, 1080 × 1920, for `shareToStory`.")
    page_url: str = Field(description="A public page without anybody's photo.")
    words: str


async def share_quiz(call: Call) -> Answer:
    quiz = await find_quiz(call.user, call.path("quiz"))
    if quiz.status is not QuizStatus.ANSWERED:
        raise Conflict("quiz-no-answer")
    share = await prepare_share(call.services, call.user, quiz, call.language)
    return Answer(
        ShareAnswer(
            message_id=share.message_id,
            card_url=share.card_url,
            story_url=share.story_url,
            page_url=share.page_url,
            words=share.words,
        )
    )
