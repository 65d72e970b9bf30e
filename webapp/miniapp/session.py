"""From Telegram's word to a session: the page posts initData once and gets a cookie it cannot read."""

from datetime import timedelta

import orjson
from aiohttp import web
from pydantic import ValidationError

from bot.people.sessions import issue_access, sign_in
from webapp.api.bodies import read_body
from webapp.api.rates import Rate, spend_rate
from webapp.api.shapes import TelegramBody
from webapp.callers import caller_address
from webapp.identity import AUDIENCE, check_origin, set_session
from webapp.keys import services_of
from webapp.languages import LANGUAGE
from webapp.problems import Unreadable

_LASTS = timedelta(hours=12)
_RATE = Rate("session", 300)


async def start_session(request: web.Request) -> web.Response:
    """`{init_data}` → `{person, language, start_param}` and the cookie. 401 says to reopen from the bot."""
    services = services_of(request)
    check_origin(request, services)
    await spend_rate(services.redis, _RATE, caller_address(request))
    try:
        body = TelegramBody.model_validate_json(await read_body(request))
    except ValidationError as error:
        raise Unreadable("site-bad-json") from error
    user = await sign_in(services, body.init_data)
    request[LANGUAGE] = user.language
    told = {"person": str(user.telegram_id), "language": user.language, "name": user.first_name}
    answer = web.Response(body=orjson.dumps(told), content_type="application/json")
    answer.headers["Cache-Control"] = "no-store"
    token = issue_access(services, user, AUDIENCE, _LASTS)
    set_session(answer, services, int(user.telegram_id or 0), token, int(_LASTS.total_seconds()))
    return answer
