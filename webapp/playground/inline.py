"""Inline mode: queries on their way to the bot, and results prepared for sharing."""

import asyncio
import secrets
import time
from typing import Any

from webapp.playground.clicks import TOO_OLD
from webapp.playground.errors import bad_request
from webapp.playground.shapes import Json
from webapp.playground.updates import Updates

QUERY_SECONDS = 10.0
PREPARED_SECONDS = 3600


class Inline:
    """Open inline queries, prepared messages `{result, user_id}` and Mini App query ids by person."""

    def __init__(self, updates: Updates) -> None:
        self.updates = updates
        self.queries: dict[str, asyncio.Future[Json]] = {}
        self.prepared: dict[str, Json] = {}
        self.app_queries: dict[str, int] = {}
        self.places: dict[str, tuple[int, int]] = {}  # inline_message_id → (chat id, message id)

    async def ask(self, person: Json, query: str, offset: str = "", chat_type: str = "sender") -> Json | None:
        """What the bot offers for `query`: the body of answerInlineQuery, or None when it is silent."""
        query_id = str(secrets.randbelow(1 << 62))
        future: asyncio.Future[Json] = asyncio.get_running_loop().create_future()
        self.queries[query_id] = future
        body = {"id": query_id, "from": person["user"], "query": query, "offset": offset, "chat_type": chat_type}
        self.updates.push("inline_query", body)
        done, _ = await asyncio.wait([future], timeout=QUERY_SECONDS)
        self.queries.pop(query_id, None)
        return future.result() if done else None

    def reply(self, query_id: str, answer: Json) -> None:
        """The bot answers. Raises ApiError when nobody waits any more."""
        future = self.queries.get(query_id)
        if future is None or future.done():
            raise bad_request(TOO_OLD)
        future.set_result(answer)

    def prepare(self, user_id: int, result: Any) -> Json:
        """Keeps a result for shareMessage → PreparedInlineMessage."""
        prepared_id = secrets.token_urlsafe(12)
        self.prepared[prepared_id] = {"user_id": user_id, "result": result}
        return {"id": prepared_id, "expiration_date": int(time.time()) + PREPARED_SECONDS}

    def open_app(self, user_id: int) -> str:
        """A `query_id` for answerWebAppQuery."""
        query_id = "AA" + secrets.token_urlsafe(14)
        self.app_queries[query_id] = user_id
        return query_id
