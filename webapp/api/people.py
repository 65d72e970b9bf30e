"""Signing in by Telegram, and who one is."""

from bot.people.people import choose_language
from bot.people.sessions import Tokens, issue_tokens, refresh_tokens, sign_in
from db.users import User
from webapp.api.endpoint import Answer, Call
from webapp.api.shapes import MeBody, Person, RefreshBody, TelegramBody, TokenAnswer


async def enter_telegram(call: Call, body: TelegramBody) -> Answer:
    user = await sign_in(call.services, body.init_data)
    return Answer(_tokens(await issue_tokens(call.services, user), user))


async def refresh_session(call: Call, body: RefreshBody) -> Answer:
    return Answer(_tokens(await refresh_tokens(call.services, body.refresh_token)))


def _tokens(tokens: Tokens, user: User | None = None) -> TokenAnswer:
    return TokenAnswer(
        access_token=tokens.access,
        refresh_token=tokens.refresh,
        expires_in=tokens.expires_in,
        user=describe_person(user) if user else None,
    )


async def show_me(call: Call) -> Answer:
    return Answer(describe_person(call.user))


async def change_me(call: Call, body: MeBody) -> Answer:
    await choose_language(call.user, body.language)
    return Answer(describe_person(call.user))


def describe_person(user: User) -> Person:
    return Person(
        id=user.id,
        telegram_id=user.telegram_id,
        first_name=user.first_name,
        username=user.username,
        language=user.language,
        role=user.role.value,
    )
