"""Signing in: Telegram's signed word becomes a short access token and a refresh token that works once."""

import hashlib
import hmac
import json
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qsl
from uuid import UUID, uuid4

import jwt
from tortoise.transactions import in_transaction

from bot.errors import Refusal
from bot.people.people import meet_person
from bot.services import Services
from bot.settings import Settings
from db.sessions import Session
from db.users import User

ACCESS_TIME = timedelta(minutes=30)
REFRESH_TIME = timedelta(days=7)
_CLOCK_SKEW = 60  # seconds a phone's or a server's clock may run ahead


class SignInAgain(Refusal):
    """Who you are is not known, or no longer believed."""

    status = 401


@dataclass(frozen=True)
class TelegramPerson:
    """The `user` of validated initData."""

    id: int
    first_name: str
    username: str | None
    language_code: str | None
    start_param: str


@dataclass(frozen=True)
class Tokens:
    """What a client keeps: the access token for `expires_in` seconds, the refresh token for one exchange."""

    access: str
    refresh: str
    expires_in: int


def read_init_data(settings: Settings, init_data: str, now: datetime | None = None) -> TelegramPerson:
    """The person a Mini App was opened by. Raises SignInAgain for a wrong signature or an old one.

    Source: core.telegram.org/bots/webapps, "Validating data received via the Mini App".
    """
    fields = _split_fields(init_data)
    _check_hash(fields, settings.token)
    _check_age(fields, settings, now or datetime.now(UTC))
    return _read_person(fields)


def _split_fields(init_data: str) -> dict[str, str]:
    try:
        pairs = parse_qsl(init_data, keep_blank_values=True, strict_parsing=True, max_num_fields=40)
    except ValueError as error:
        raise SignInAgain("miniapp-reopen") from error
    fields = dict(pairs)
    if len(fields) != len(pairs):
        raise SignInAgain("miniapp-reopen")  # a field said twice has two readings
    return fields


def _check_hash(fields: dict[str, str], token: str) -> None:
    claimed = fields.pop("hash", "")
    lines = "\n".join(f"{name}={value}" for name, value in sorted(fields.items()))
    key = hmac.digest(b"WebAppData", token.encode(), "sha256")
    wanted = hmac.new(key, lines.encode("utf-8", "surrogatepass"), hashlib.sha256).hexdigest()
    # As bytes: comparing text raises TypeError on letters beyond ASCII.
    if not hmac.compare_digest(wanted.encode(), claimed.encode("utf-8", "surrogatepass")):
        raise SignInAgain("miniapp-reopen")


def _check_age(fields: dict[str, str], settings: Settings, now: datetime) -> None:
    signed = fields.get("auth_date", "")
    if not (signed.isascii() and signed.isdigit() and len(signed) < 12):
        raise SignInAgain("miniapp-reopen")
    age = now.timestamp() - int(signed)
    if not -_CLOCK_SKEW <= age <= settings.init_data_hours * 3600:
        raise SignInAgain("miniapp-reopen")


def _read_person(fields: dict[str, str]) -> TelegramPerson:
    try:
        person = json.loads(fields.get("user", ""))
        return TelegramPerson(
            int(person["id"]),
            str(person.get("first_name", "")),
            person.get("username"),
            person.get("language_code"),
            fields.get("start_param", ""),
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise SignInAgain("miniapp-reopen") from error


async def sign_in(services: Services, init_data: str) -> User:
    """The user behind a Mini App launch, met now if never before. Raises SignInAgain."""
    person = read_init_data(services.settings, init_data)
    return await meet_person(person.id, person.first_name, person.username, person.language_code)


def issue_access(services: Services, user: User, audience: str = "api", lasts: timedelta = ACCESS_TIME) -> str:
    """A JWT that names the user to us until it runs out; `audience` is `api` or `miniapp`."""
    now = datetime.now(UTC)
    claims = {"sub": str(user.id), "aud": audience, "iat": now, "exp": now + lasts, "jti": uuid4().hex}
    return jwt.encode(claims, services.secret("access-token"), "HS256")


async def read_access(services: Services, token: str, audience: str = "api") -> User:
    """The user an access token names. Raises SignInAgain when it is not ours, out of date, or of nobody."""
    try:
        claims = jwt.decode(
            token,
            services.secret("access-token"),
            ["HS256"],
            audience=audience,
            options={"require": ["sub", "exp", "aud"]},
        )
        user_id = UUID(claims["sub"])
    except (jwt.InvalidTokenError, ValueError, UnicodeError) as error:
        raise SignInAgain("site-sign-in") from error
    user = await User.get_or_none(id=user_id)
    if user is None:
        raise SignInAgain("site-sign-in")
    return user


async def issue_tokens(services: Services, user: User, family: UUID | None = None) -> Tokens:
    """A fresh pair; a new sign-in starts a new family of refresh tokens."""
    refresh = secrets.token_urlsafe(32)
    await Session.create(
        user=user,
        family=family or uuid4(),
        token_hash=_hash_token(refresh),
        expires_at=datetime.now(UTC) + REFRESH_TIME,
    )
    return Tokens(issue_access(services, user), refresh, int(ACCESS_TIME.total_seconds()))


def _hash_token(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


async def refresh_tokens(services: Services, refresh: str) -> Tokens:
    """Exchanges a refresh token once. A second use means somebody copied it: its whole family ends.

    Raises SignInAgain.
    """
    async with in_transaction():
        # The row lock lets one of two exchanges at once win, and shows the other that it came second.
        session = await Session.select_for_update().get_or_none(token_hash=_hash_token(refresh))
        tokens = await _exchange(services, session) if session else None
    if tokens is None:
        raise SignInAgain("site-sign-in")
    return tokens


async def _exchange(services: Services, session: Session) -> Tokens | None:
    now = datetime.now(UTC)
    if session.spent_at is not None:
        # Not raised from here: the revocation has to be committed.
        await Session.filter(family=session.family, revoked_at=None).update(revoked_at=now)
        return None
    if session.revoked_at is not None or session.expires_at < now:
        return None
    await Session.filter(id=session.id).update(spent_at=now)
    user = await User.get(id=session.user_id)
    return await issue_tokens(services, user, session.family)
