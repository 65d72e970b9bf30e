"""Where public pages lead: the bot, the Mini App inside Telegram, the next page in the same language."""

from aiogram.exceptions import TelegramAPIError
from aiohttp import web

from bot.i18n import LANGUAGES
from bot.services import Services
from webapp.languages import COOKIE

_YEAR = 31536000  # seconds


async def bot_link(services: Services, start: str = "") -> str:
    """Where a person talks to the bot: Telegram, or the playground on this machine."""
    return await _telegram_link(services, f"?start={start}" if start else "", "/app/")


async def app_link(services: Services, page: str) -> str:
    """Where the Mini App opens on `page` (`shop`, `shop_mug`): in Telegram, or the playground on this machine."""
    return await _telegram_link(services, f"?startapp={page}", f"/app/{page.replace('_', '/')}")


async def _telegram_link(services: Services, query: str, fallback: str) -> str:
    if services.settings.playground:
        return services.settings.playground_url + "/"
    try:
        me = await services.telegram.me()
    except TelegramAPIError:
        return fallback
    return f"https://t.me/{me.username}{query}"


def keep_language(request: web.Request, answer: web.Response) -> web.Response:
    """A language chosen in the address stays for the next page, as the Mini App keeps it."""
    wish = request.query.get("lang")
    if wish in LANGUAGES:
        answer.set_cookie(COOKIE, wish, max_age=_YEAR, samesite="Lax")
    return answer
