"""/verify: anybody may check a greeting by its code – who approved it, and that a machine made it."""

from aiogram import Router
from aiogram.filters import Command, CommandObject, StateFilter
from aiogram.types import Message

from bot.artists.artists import artist_name
from bot.errors import NotFound
from bot.i18n import format_moment
from bot.pasted.lines import tidy_token
from bot.provenance.codes import find_greeting
from handlers.greeting.clips import page_button
from handlers.talk.filters import is_words
from handlers.talk.keyboards import home_button, rows
from handlers.talk.states import Verify, drop_draft
from handlers.talk.talk import Talk

_SHOWN = 64  # of what was typed, where it is no code of ours


def build_router() -> Router:
    router = Router(name="verify")
    router.message.register(ask_code, Command("verify"))
    router.message.register(take_code, StateFilter(Verify.code), is_words)
    return router


async def ask_code(message: Message, command: CommandObject, talk: Talk) -> None:
    await drop_draft(talk.state)
    if command.args:
        await check_code(talk, command.args)
        return
    await talk.state.set_state(Verify.code)
    await talk.show(talk.say("menu-verify"), rows([home_button(talk.language)]))


async def take_code(message: Message, talk: Talk) -> None:
    await talk.state.set_state(None)
    await check_code(talk, message.text or "")


async def check_code(talk: Talk, given: str) -> None:
    """A code, or the link that holds it."""
    code = tidy_token(given).rstrip("/").rpartition("/")[2].removeprefix("video_")
    try:
        video = await find_greeting(code)
    except NotFound:
        shown = code if len(code) <= _SHOWN else f"{code[:_SHOWN]}…"  # words of any length may come here
        await talk.show(talk.say("menu-verify-unknown", code=shown), rows([home_button(talk.language)]))
        return
    artist = artist_name(video.artist, talk.language)
    words = talk.say(
        "menu-verify-real",
        artist=artist,
        approved=video.approved_by or artist,
        date=format_moment(video.rendered_at or video.created_at, "%d.%m.%Y"),
        code=video.code,
    )
    await talk.show(words, rows([page_button(talk, video)], [home_button(talk.language)]))
