"""What nothing else took: old buttons, unknown commands, pictures out of the blue. Each gets a way on."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.people.letters import is_said
from handlers.talk.keyboards import menu_keyboard
from handlers.talk.states import TAP_STEPS, WORD_STEPS, drop_draft
from handlers.talk.talk import Talk


def build_router() -> Router:
    router = Router(name="stray")
    router.callback_query.register(explain_old_button)
    router.message.register(answer_stray, is_said)
    return router


def find_awaited(step: str | None, message: Message) -> str | None:
    """Which words tell what the step waits for, where this message is not it; commands are another matter."""
    if message.text is None and step in WORD_STEPS:
        return "menu-step-words"
    is_command = (message.text or "").startswith("/")
    return "menu-step-tap" if step in TAP_STEPS and not is_command else None


async def explain_old_button(query: CallbackQuery, talk: Talk) -> None:
    """A button of an earlier draft, or of one that is forgotten: says so and opens the menu below."""
    await talk.toast(talk.say("menu-old-button"), alert=True)
    panel = talk.panel
    if panel is None or panel.chat.type != "private":
        return
    await talk.bare(panel.message_id)
    shown = await talk.send(talk.say("menu-old-button-now"), menu_keyboard(talk.language, talk.services.settings))
    await talk.keep_panel(shown)


async def answer_stray(message: Message, talk: Talk) -> None:
    step = await talk.state.get_state()
    awaited = find_awaited(step, message)
    if awaited is not None:  # nothing is lost: the step stays, and says what it waits for
        await talk.send(talk.say(awaited))
        return
    lost = step is not None
    if message.text and message.text.startswith("/"):
        key = "menu-unknown-command"
    elif lost:
        key = "menu-lost"
    else:
        key = "menu-only-words"
    if key == "menu-lost":
        await drop_draft(talk.state)
    await talk.show(talk.say(key), menu_keyboard(talk.language, talk.services.settings))
