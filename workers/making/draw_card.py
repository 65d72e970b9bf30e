"""Draws the card of a quiz result for whoever waits for it, signs it and keeps it."""

import asyncio
from typing import Any
from uuid import UUID

from bot.artists.artists import artist_name
from bot.chat.quiz_shares import invite_link
from bot.errors import NotFound
from bot.i18n import LANGUAGES, text
from bot.quiz.card_keys import SHAPES, Shape, card_key
from bot.quiz.cards import first_match
from bot.quiz.quizzes import badge_key, badge_of
from db.quizzes import FaceQuiz, QuizStatus
from workers.engines.cards import CardContent
from workers.engines.cards import draw_card as draw_picture
from workers.making.card_credentials import sign_card
from workers.rows import Bench


async def draw_card(bench: Bench, item: str) -> dict[str, Any]:
    """`<quiz id>:<language>:<shape>` → `{key}`. Raises NotFound when there is nothing to draw."""
    quiz_id, language, shape = _read_item(item)
    services = bench.services
    quiz = await FaceQuiz.get_or_none(id=quiz_id, status=QuizStatus.ANSWERED)
    if quiz is None:
        raise NotFound("quiz-gone")
    artist, percent = await first_match(quiz)
    content = CardContent(
        percent=percent,
        name=artist_name(artist, language),
        badge=text(language, badge_key(quiz.badge or badge_of(percent))),
        looks_like=text(language, "quiz-card-label"),
        invitation=text(language, "quiz-card-invitation"),
        mark=text(language, "quiz-card-mark"),
        link=await invite_link(services, artist),
    )
    portrait = await services.store.get(artist.portrait_key)
    picture = await asyncio.to_thread(draw_picture, content, portrait, shape)
    signed = await asyncio.to_thread(sign_card, picture, artist.name, services.settings)
    key = card_key(quiz.id, language, shape)
    await services.store.put(key, signed, "image/jpeg")
    await FaceQuiz.filter(id=quiz.id).update(card_key=key)
    return {"key": key}


def _read_item(item: str) -> tuple[UUID, str, Shape]:
    quiz_id, language, shape = item.split(":")
    if language not in LANGUAGES or shape not in SHAPES:
        raise NotFound("quiz-gone")
    return UUID(quiz_id), language, shape
