"""How the face quiz looks in the chat: consent, the wish for a photo, the result, the proof that the photo is gone."""

import html
from dataclasses import dataclass
from typing import Any

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, Message

from bot.artists.artists import artist_name
from bot.chat.buttons import ArtistButton
from bot.chat.greeting_status import draw_bar
from bot.errors import NotFound, Unavailable
from bot.ids import pack_id
from bot.quiz.cards import ensure_card, whole_percent
from bot.quiz.quizzes import badge_key, consent_words, find_consent, match_artists
from db.artists import Artist
from db.quizzes import FaceQuiz
from handlers.talk.buttons import AskButton, LookButton, QuizButton
from handlers.talk.keyboards import home_button, rows, tap
from handlers.talk.media import Source, send_stored
from handlers.talk.states import Quiz, drop_draft
from handlers.talk.talk import Talk

_CAPTION = 1024


async def open_quiz(talk: Talk) -> None:
    """Begins: with the consent where there is none in force, else with the photo."""
    await drop_draft(talk.state)
    if await find_consent(talk.user) is None:
        await ask_consent(talk)
    else:
        await ask_photo(talk)


async def ask_consent(talk: Talk) -> None:
    words = f"{talk.say('quiz-hello')}\n\n{html.escape(consent_words(talk.language))}"
    keyboard = rows(
        [tap(talk.say("quiz-agree"), QuizButton(action="adult"), "success")],
        [tap(talk.say("quiz-younger"), QuizButton(action="younger"))],
        [tap(talk.say("quiz-no"), QuizButton(action="no"))],
    )
    await talk.show(words, keyboard)


async def ask_guardian(talk: Talk) -> None:
    keyboard = rows([tap(talk.say("quiz-no"), QuizButton(action="no"))])
    await talk.show(talk.say("quiz-guardian"), keyboard)
    await talk.state.set_state(Quiz.guardian)


async def ask_photo(talk: Talk) -> None:
    await talk.show(talk.say("quiz-send-photo"), rows([home_button(talk.language)]))
    await talk.state.set_state(Quiz.photo)


async def ask_face(talk: Talk, quiz: FaceQuiz, faces: list[dict[str, Any]]) -> None:
    """Which of several faces, counted from the left; the photo itself is never sent back."""
    order = sorted(range(len(faces)), key=lambda index: float(faces[index]["x"]))
    buttons = [
        tap(talk.label("quiz-face", number=number), LookButton(action="face", quiz=pack_id(quiz.id), face=index))
        for number, index in enumerate(order, 1)
    ]
    words = talk.say("quiz-which-face", count=len(faces))
    await talk.show(words, rows(*[[button] for button in buttons], [home_button(talk.language)]))
    await talk.state.set_state(Quiz.face)


@dataclass(frozen=True)
class Look:
    """A result as it is shown: who, how much, in which order."""

    quiz: FaceQuiz
    matches: list[tuple[Artist, float]]

    @property
    def star(self) -> Artist:
        return self.matches[0][0]


async def show_look(talk: Talk, quiz: FaceQuiz) -> None:
    """The card with everything under it. Raises NotFound where nobody is left to look like."""
    matches = await match_artists(quiz)
    if not matches:
        raise NotFound("quiz-gone")
    look = Look(quiz, matches)
    words, keyboard = look_words(talk, look), look_keyboard(talk, look)

    async def send(photo: Source) -> Message:
        return await talk.services.telegram.send_photo(talk.chat_id, photo, caption=words, reply_markup=keyboard)

    await send_stored(talk.services, await _picture_key(talk, look), send)


async def _picture_key(talk: Talk, look: Look) -> str:
    """The card; while nobody can draw it, the star's own portrait stands in."""
    try:
        return await ensure_card(talk.services, look.quiz, talk.language)
    except Unavailable:
        return look.star.portrait_key


def look_words(talk: Talk, look: Look) -> str:
    star, percent = look.matches[0]
    lines = [
        f"{draw_bar(percent / 100)} {whole_percent(percent)} % · " + html.escape(artist_name(artist, talk.language))
        for artist, percent in look.matches
    ]
    head = talk.say(
        "quiz-result",
        artist=artist_name(star, talk.language),
        percent=whole_percent(percent),
        badge=talk.say(badge_key(look.quiz.badge)),
    )
    words = "\n\n".join([head, "\n".join(lines), talk.say("quiz-result-foot")])
    return words if len(words) <= _CAPTION else head


def look_keyboard(talk: Talk, look: Look) -> InlineKeyboardMarkup:
    packed = pack_id(look.quiz.id)
    share = InlineKeyboardButton(text=talk.say("quiz-share-button"), switch_inline_query=f"quiz_{packed}")
    name = artist_name(look.star, talk.language)
    remove = tap(talk.say("quiz-remove"), LookButton(action="remove", quiz=packed))
    return rows(
        [share],
        [tap(talk.label("quiz-greeting", artist=name), AskButton(slug=look.star.slug), "success")],
        [remove] if look.quiz.photo_message_id else [],
        [tap(talk.say("quiz-receipt-button"), LookButton(action="receipt", quiz=packed))],
        [tap(talk.say("quiz-again"), QuizButton(action="open")), home_button(talk.language)],
    )


async def show_match(talk: Talk, artist: Artist) -> None:
    """A friend's card led here: whom the friend looks like, and the question back."""
    name = artist_name(artist, talk.language)
    keyboard = rows(
        [tap(talk.say("quiz-try"), QuizButton(action="open"), "success")],
        [tap(name, ArtistButton(slug=artist.slug)), home_button(talk.language)],
    )
    await talk.show(talk.say("quiz-friend", artist=name), keyboard)
