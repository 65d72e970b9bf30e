"""What browsers are told to refuse: foreign scripts, foreign frames, guessing of types."""

import secrets
from urllib.parse import urlsplit

from aiohttp import web

from bot.settings import Settings
from webapp.keys import services_of

_TELEGRAM_FRAMES = ("https://web.telegram.org", "https://*.telegram.org")
NONCE: web.RequestKey[str] = web.RequestKey("nonce", str)


def page_nonce(request: web.Request) -> str:
    """The random word that marks this answer's own scripts."""
    if NONCE not in request:
        request[NONCE] = secrets.token_urlsafe(16)
    return request[NONCE]


async def set_headers(request: web.Request, response: web.StreamResponse) -> None:
    """Runs for every answer, streams too."""
    headers, settings = response.headers, services_of(request).settings
    headers["X-Content-Type-Options"] = "nosniff"
    headers["Referrer-Policy"] = "strict-origin-when-cross-origin"
    headers["Permissions-Policy"] = "camera=(self), geolocation=(), microphone=()"
    headers["Cross-Origin-Resource-Policy"] = "cross-origin" if request.path.startswith("/media/") else "same-site"
    if settings.public_url.startswith("https:"):
        headers["Strict-Transport-Security"] = "max-age=31536000"
    if response.content_type == "text/html":
        headers["Content-Security-Policy"] = content_policy(request, settings)


def content_policy(request: web.Request, settings: Settings) -> str:
    """Content-Security-Policy; only Mini App pages may stand in a frame, Telegram's or the playground's."""
    store = _origin(settings.s3_public_endpoint or settings.s3_endpoint)
    frames = " ".join(_frame_origins(settings)) if request.path.startswith("/app") else "'none'"
    scripts = f"'self' 'nonce-{page_nonce(request)}' {_origin(settings.telegram_script_url)}"
    rules = {
        "default-src": "'none'",
        "script-src": scripts,
        "style-src": f"'self' 'nonce-{page_nonce(request)}'",
        "img-src": f"'self' data: blob: {store}",
        "media-src": f"'self' blob: {store}",
        "connect-src": f"'self' {store}",
        "font-src": "'self'",
        "manifest-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'self'",
        "frame-ancestors": frames,
    }
    return "; ".join(f"{name} {value.strip()}" for name, value in rules.items())


def _frame_origins(settings: Settings) -> list[str]:
    origins = ["'self'", *_TELEGRAM_FRAMES]
    if settings.playground:
        origins += [settings.playground_url, f"http://localhost:{settings.playground_port}"]
    return origins


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""
