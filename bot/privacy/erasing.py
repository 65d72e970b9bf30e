"""Forgetting a person on request: names, words and films go, the books of account stay."""

import logging

from bot.errors import Conflict
from bot.greetings.videos import cancel_video
from bot.quiz.quizzes import forget_quizzes
from bot.services import Services
from bot.states.videos import OPEN
from db.artists import Artist
from db.sessions import Session
from db.users import Role, User
from db.videos import Video, VideoStatus

log = logging.getLogger("stario.privacy")
_UNPAID = (VideoStatus.IN_REVIEW, VideoStatus.AWAITING_PAYMENT)


async def erase_person(services: Services, user: User) -> None:
    """Deletes what we know about a fan. Coming back later is a first meeting.

    Raises Conflict while a greeting is being made, and for artists and staff, who have contracts with us.
    """
    if user.role is not Role.FAN or await Artist.filter(user_id=user.id).exists():
        raise Conflict("settings-erase-contract")
    for video in await Video.filter(user_id=user.id, status__in=_UNPAID):
        await cancel_video(user, video.id)
    if await Video.filter(user_id=user.id, status__in=OPEN).exists():
        raise Conflict("settings-erase-later")
    for video in await Video.filter(user_id=user.id):
        await _erase_video(services, video)
    await forget_quizzes(services, user)
    await Session.filter(user_id=user.id).delete()
    await User.filter(id=user.id).update(
        telegram_id=None, first_name="", username=None, email=None, password_hash=None, has_chosen_language=False
    )
    log.info("user %s is forgotten", user.id)


async def _erase_video(services: Services, video: Video) -> None:
    # The files go first: a row that still names them lets a second try finish what a broken one began.
    for key in (video.video_key, video.cover_key):
        if key:
            await services.store.delete(key)
    video.recipient = video.text = video.video_key = video.cover_key = video.telegram_file_id = ""
    video.chat_id = video.status_message_id = video.video_message_id = None
    fields = ["recipient", "text", "video_key", "cover_key", "telegram_file_id"]
    await video.save(update_fields=[*fields, "chat_id", "status_message_id", "video_message_id"])
