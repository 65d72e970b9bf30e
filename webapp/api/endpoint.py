"""One endpoint: what it takes, what it answers, what may go wrong; served and described from one record."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Literal

from aiohttp import web
from pydantic import BaseModel

from bot.errors import Refusal
from bot.people.sessions import SignInAgain
from bot.services import Services
from db.users import User
from webapp.api.bodies import read_body, read_fields, read_query
from webapp.api.idempotency import Write, answer_once, read_key
from webapp.api.rates import Rate, spend_rate
from webapp.callers import caller_address
from webapp.identity import find_caller
from webapp.keys import SERVICES
from webapp.languages import LANGUAGE, header_language, request_language
from webapp.problems import answer_problem


@dataclass
class Call:
    """A request as an endpoint sees it: who, in which language, with which parsed input."""

    request: web.Request
    services: Services
    language: str
    caller: User | None
    source: str  # rest or miniapp
    key: str | None = None

    @property
    def user(self) -> User:
        """Who calls. Raises SignInAgain for nobody."""
        if self.caller is None:
            raise SignInAgain("site-sign-in")
        return self.caller

    @property
    def who(self) -> str:
        return str(self.caller.id) if self.caller else caller_address(self.request)

    def path(self, name: str) -> str:
        return self.request.match_info[name]


@dataclass
class Answer:
    """What an endpoint says."""

    body: BaseModel
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)


Act = Callable[..., Awaitable[Answer | web.StreamResponse]]


@dataclass(frozen=True)
class Endpoint:
    """A row of the table. `takes` is the body of a write or the query of a read."""

    method: Literal["GET", "POST", "PATCH", "DELETE"]
    path: str
    act: Act
    summary: str
    answers: dict[int, type[BaseModel] | None]
    problems: tuple[int, ...] = ()
    takes: type[BaseModel] | None = None
    signed_in: bool = True
    rate: Rate | None = None
    tag: str = "videos"
    streams: bool = False

    @property
    def writes(self) -> bool:
        return self.method != "GET"


def serve_endpoint(endpoint: Endpoint) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    """The aiohttp handler of an endpoint: identity, rate, input, once-only, errors as problem documents."""

    async def handle(request: web.Request) -> web.StreamResponse:
        request[LANGUAGE] = header_language(request) or request_language(request)
        try:
            return await _take_call(endpoint, request)
        except Refusal as refusal:
            return answer_problem(request, refusal, request[LANGUAGE])

    return handle


async def _take_call(endpoint: Endpoint, request: web.Request) -> web.StreamResponse:
    call = await _open_call(endpoint, request)
    if endpoint.rate:
        await spend_rate(call.services.redis, endpoint.rate, call.who)
    if not endpoint.writes:
        return await _act(endpoint, call, read_query(endpoint.takes, request))
    body = await read_body(request)
    call.key = read_key(request)
    if call.key is None:
        return await _act(endpoint, call, read_fields(endpoint.takes, body))
    write = Write(call.who, request.path, call.key, body)
    return await answer_once(call.services.redis, write, lambda: _act_finally(endpoint, call, body))


async def _open_call(endpoint: Endpoint, request: web.Request) -> Call:
    services = request.app[SERVICES]
    caller, source = await find_caller(request)
    if endpoint.signed_in and caller is None:
        raise SignInAgain("site-sign-in")
    # A page of ours speaks the person's language, whatever the browser around it speaks.
    if caller is not None and (source == "miniapp" or header_language(request) is None):
        request[LANGUAGE] = caller.language
    return Call(request, services, request[LANGUAGE], caller, source)


async def _act_finally(endpoint: Endpoint, call: Call, body: bytes) -> web.Response:
    """A refusal is an answer too: the same request again is refused in the same words."""
    try:
        answer = await _act(endpoint, call, read_fields(endpoint.takes, body))
    except Refusal as refusal:
        return answer_problem(call.request, refusal, call.language)
    assert isinstance(answer, web.Response)
    return answer


async def _act(endpoint: Endpoint, call: Call, taken: BaseModel | None) -> web.StreamResponse:
    answer = await (endpoint.act(call) if taken is None else endpoint.act(call, taken))
    if isinstance(answer, web.StreamResponse):
        return answer
    headers = {"Cache-Control": "no-store", "Content-Language": call.language, **answer.headers}
    body = answer.body.model_dump_json(by_alias=True).encode()
    return web.Response(body=body, status=answer.status, content_type="application/json", headers=headers)
