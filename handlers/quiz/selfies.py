"""The face quiz in the chat: which star does this person look like. The photo is never sent on, nor kept."""

from aiogram import F, Router
from aiogram.enums import ChatAction
from aiogram.exceptions import TelegramBadRequest
from aiogram.filters import Command, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.methods import DeleteMessage
from aiogram.types import CallbackQuery, Message

from bot.errors import Conflict, Refusal
from bot.i18n import format_moment
from bot.ids import read_packed
from bot.pasted.lines import tidy_words
from bot.quiz.photo_types import is_photo_type
from bot.quiz.quizzes import (
    SeveralFaces,
    analyse_quiz,
    bring_photo,
    find_consent,
    find_quiz,
    give_consent,
    receipt_of,
    withdraw_consent,
)
from db.quizzes import AgeGroup, FaceQuiz
from handlers.quiz.steps import ask_consent, ask_face, ask_guardian, ask_photo, open_quiz, show_look
from handlers.talk.buttons import LookButton, MenuButton, QuizButton
from handlers.talk.filters import is_words
from handlers.talk.keyboards import home_button, rows, tap
from handlers.talk.states import Quiz, drop_draft
from handlers.talk.talk import Talk

_ENDINGS = (".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".webp", ".heic", ".heif")
_LARGEST = 10 << 20  # bytes of a file worth fetching

_TO_THE_SECOND = "%d.%m.%Y %H:%M:%S"


def build_router() -> Router:
    router = Router(name="quiz")
    router.message.register(begin, Command("quiz"))
    for action, act in _TAPS.items():
        router.callback_query.register(act, QuizButton.filter(F.action == action))
    for action, look in _LOOKS.items():
        router.callback_query.register(look, LookButton.filter(F.action == action))
    router.message.register(take_guardian, StateFilter(Quiz.guardian), is_words)
    router.message.register(skip_album, is_rest_of_album)
    router.message.register(take_photo, StateFilter(Quiz.photo, Quiz.face), is_file)
    router.message.register(want_photo, StateFilter(Quiz.photo), is_no_command)
    router.message.register(want_tap, StateFilter(Quiz.face), is_no_command)
    router.message.register(want_name, StateFilter(Quiz.guardian), is_no_command)
    router.message.register(offer_quiz, StateFilter(None), is_picture)
    return router


# -- filters


async def is_picture(message: Message) -> bool:
    """A photo, or a file that is called a picture, by its type or by its name."""
    file = message.document
    return bool(message.photo) or bool(file and _is_called_picture(file.mime_type or "", file.file_name or ""))


def _is_called_picture(kind: str, name: str) -> bool:
    return kind.lower().startswith("image/") or (is_photo_type(kind) and name.lower().endswith(_ENDINGS))


async def is_file(message: Message) -> bool:
    """A photo or any file: where a photo is due, its bytes tell what it is. An animation comes as a file, too."""
    return bool(message.photo) or (message.document is not None and message.animation is None)


async def is_no_command(message: Message) -> bool:
    return not (message.text or "").startswith("/")


async def is_rest_of_album(message: Message, state: FSMContext) -> bool:
    """Another picture of the album whose first one was taken."""
    album = message.media_group_id
    return album is not None and (await state.get_data()).get("album") == album


# -- consent


async def begin(event: Message | CallbackQuery, talk: Talk) -> None:
    await open_quiz(talk)


async def agree(query: CallbackQuery, talk: Talk) -> None:
    await give_consent(talk.user, talk.language, AgeGroup.ADULT)
    await ask_photo(talk)


async def call_guardian(query: CallbackQuery, talk: Talk) -> None:
    await ask_guardian(talk)


async def take_guardian(message: Message, talk: Talk) -> None:
    """A parent beside the child types the own name, which is the signature."""
    name = tidy_words(message.text or "")
    await give_consent(talk.user, talk.language, AgeGroup.GUARDIAN, name)
    await ask_photo(talk)


async def decline(query: CallbackQuery, talk: Talk) -> None:
    await drop_draft(talk.state)
    await talk.show(talk.say("quiz-declined"), rows([home_button(talk.language)]))


async def ask_withdrawal(query: CallbackQuery, talk: Talk) -> None:
    yes = tap(talk.say("quiz-withdraw-yes"), QuizButton(action="withdrawn"), "danger")
    no = tap(talk.say("quiz-withdraw-no"), MenuButton(action="home"))
    await talk.show(talk.say("quiz-withdraw-ask"), rows([yes], [no]))


async def take_withdrawal(query: CallbackQuery, talk: Talk) -> None:
    await withdraw_consent(talk.services, talk.user)
    await drop_draft(talk.state)
    await talk.show(talk.say("quiz-withdrawn"), rows([home_button(talk.language)]))


# -- the photo


async def take_photo(message: Message, talk: Talk) -> None:
    """A selfie: looked at while the person waits; a refusal says what to do, and the step stays."""
    if await find_consent(talk.user) is None:
        await ask_consent(talk)
        return
    await talk.state.update_data(album=message.media_group_id)
    telegram = talk.services.telegram
    await telegram.send_chat_action(talk.chat_id, ChatAction.UPLOAD_PHOTO)
    wait = await talk.send(talk.say("quiz-looking"))
    try:
        body = await _fetch(message, talk)
        quiz = await bring_photo(talk.services, talk.user, body, talk.chat_id, message.message_id)
        await _answer(talk, quiz)
    except Refusal:
        await talk.state.update_data(album=None)  # the next picture of an album gets its chance
        raise
    finally:
        await talk.change_quietly(DeleteMessage(chat_id=talk.chat_id, message_id=wait.message_id))


async def _fetch(message: Message, talk: Talk) -> bytes:
    """The bytes of the picture, in memory alone."""
    picture = message.photo[-1] if message.photo else message.document
    assert picture is not None
    if (picture.file_size or 0) > _LARGEST:
        raise Conflict("quiz-too-heavy", megabytes=_LARGEST >> 20)
    held = await talk.services.telegram.download(picture)
    assert held is not None
    return held.read()


async def _answer(talk: Talk, quiz: FaceQuiz, face: int | None = None) -> None:
    try:
        answered = await analyse_quiz(talk.services, talk.user, quiz.id, face)
    except SeveralFaces as several:
        await ask_face(talk, quiz, several.faces)
        return
    await talk.keep_panel(None)
    await show_look(talk, answered)
    await talk.state.set_state(None)


async def take_face(query: CallbackQuery, callback_data: LookButton, talk: Talk) -> None:
    quiz = await find_quiz(talk.user, read_packed(callback_data.quiz))
    await talk.toast(talk.say("quiz-looking"))
    try:
        await _answer(talk, quiz, callback_data.face)
    except Refusal:
        await talk.state.set_state(Quiz.photo)
        raise
    if talk.panel is not None:
        await talk.change_quietly(talk.panel.delete())


async def skip_album(message: Message, talk: Talk) -> None:
    """One face of an album is enough; the others are remembered, so that a tap removes them too."""
    data = await talk.state.get_data()
    await talk.state.update_data(album_rest=[*data.get("album_rest", []), message.message_id][-10:])


async def want_photo(message: Message, talk: Talk) -> None:
    await talk.send(talk.say("quiz-photo-please"))


async def want_tap(message: Message, talk: Talk) -> None:
    await talk.send(talk.say("quiz-face-please"))


async def want_name(message: Message, talk: Talk) -> None:
    await talk.send(talk.say("quiz-guardian-please"))


async def offer_quiz(message: Message, talk: Talk) -> None:
    """A picture out of the blue is not looked at: the person is asked whether it is meant for the quiz."""
    await talk.state.update_data(album=message.media_group_id)
    yes = tap(talk.say("quiz-try"), QuizButton(action="open"), "success")
    await talk.show(talk.say("quiz-out-of-the-blue"), rows([yes], [home_button(talk.language)]))


# -- afterwards


async def remove_photo(query: CallbackQuery, callback_data: LookButton, talk: Talk) -> None:
    """Takes the message with the photo out of the chat, for both sides."""
    quiz = await find_quiz(talk.user, read_packed(callback_data.quiz))
    data = await talk.state.get_data()
    rest = data.get("album_rest", [])
    try:
        for message_id in [quiz.photo_message_id, *rest]:
            if message_id is not None:
                await talk.services.telegram.delete_message(talk.chat_id, message_id)
    except TelegramBadRequest as error:
        gone = "not found" in error.message
        await talk.toast(talk.say("quiz-removed" if gone else "quiz-remove-yourself"), alert=not gone)
        return
    await talk.state.update_data(album=None, album_rest=[])
    await talk.toast(talk.say("quiz-removed"))


async def show_receipt(query: CallbackQuery, callback_data: LookButton, talk: Talk) -> None:
    """When the photo went, and the hash of the name it was kept under."""
    receipt = receipt_of(await find_quiz(talk.user, read_packed(callback_data.quiz)))
    if receipt.deleted_at is None:
        await talk.toast(talk.say("quiz-receipt-soon"), alert=True)
        return
    await talk.toast()
    seconds = max(0, round((receipt.deleted_at - (receipt.answered_at or receipt.deleted_at)).total_seconds(), 1))
    words = talk.say(
        "quiz-receipt",
        received=format_moment(receipt.created_at, _TO_THE_SECOND),
        deleted=format_moment(receipt.deleted_at, _TO_THE_SECOND),
        seconds=str(seconds),
        hash="\n".join(receipt.object_hashes),
    )
    await talk.send(words)


_TAPS = {
    "open": begin,
    "adult": agree,
    "younger": call_guardian,
    "no": decline,
    "withdraw": ask_withdrawal,
    "withdrawn": take_withdrawal,
}
_LOOKS = {"face": take_face, "remove": remove_photo, "receipt": show_receipt}
