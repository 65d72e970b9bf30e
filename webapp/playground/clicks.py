"""Pressed callback buttons: the query that goes to the bot and the answer the person sees."""

import asyncio
import secrets
import time
from dataclasses import dataclass

from webapp.playground.errors import bad_request
from webapp.playground.hub import Hub
from webapp.playground.shapes import Json
from webapp.playground.updates import Updates

ANSWER_SECONDS = 15.0
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


@dataclass
class Click:
    """One press; `answer` becomes `{text?, show_alert?, url?}`."""

    id: str
    user_id: int
    chat_id: int
    pressed: float
    answer: asyncio.Future[Json]


class Clicks:
    """Presses of the last seconds; a restart forgets them, as an old query is forgotten."""

    def __init__(self, hub: Hub, updates: Updates) -> None:
        self.hub = hub
        self.updates = updates
        self.open: dict[str, Click] = {}

    def press(self, person: Json, message: Json, data: str) -> Click:
        """Sends the callback query to the bot."""
        answer: asyncio.Future[Json] = asyncio.get_running_loop().create_future()
        user_id, chat_id = person["user"]["id"], message["chat"]["id"]
        click = Click(str(secrets.randbelow(1 << 62)), user_id, chat_id, time.monotonic(), answer)
        self.open = {key: old for key, old in self.open.items() if self.fresh(old)} | {click.id: click}
        query = {"id": click.id, "from": person["user"], "chat_instance": str(abs(chat_id) * 7919), "data": data}
        inline_id = message.get("_inline_message_id")
        place = {"inline_message_id": inline_id} if inline_id else {"message": message}
        self.updates.push("callback_query", {**query, **place})
        return click

    def fresh(self, click: Click) -> bool:
        return time.monotonic() - click.pressed <= ANSWER_SECONDS

    def reply(self, query_id: str, answer: Json) -> None:
        """The bot answers. Raises ApiError when it is too late or there is no such query."""
        click = self.open.get(query_id)
        if click is None or not self.fresh(click):
            raise bad_request(TOO_OLD)
        if not click.answer.done():
            click.answer.set_result(answer)
            self.hub.publish("answer", user_id=click.user_id, chat_id=click.chat_id, answer=answer)

    async def wait(self, click: Click, seconds: float) -> Json | None:
        """What the person sees, or None when the bot does not answer in time."""
        done, _ = await asyncio.wait([click.answer], timeout=min(seconds, ANSWER_SECONDS))
        return click.answer.result() if done else None
