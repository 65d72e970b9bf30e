"""Which addresses a button may open; unlike Telegram, plain http is allowed to this machine only."""

from ipaddress import ip_address
from urllib.parse import urlsplit


def is_loopback(host: str | None) -> bool:
    """True for `localhost` and the loopback addresses."""
    if not host:
        return False
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def is_link(url: str) -> bool:
    """True for an address that an ordinary button may open."""
    return _split(url, ("http", "https", "tg")) is not None


def is_app_link(url: str) -> bool:
    """True for an address that a Mini App may have: https, or http on this machine."""
    return _split(url, ("https",)) is not None or is_loopback(_split(url, ("http",)))


def _split(url: str, schemes: tuple[str, ...]) -> str | None:
    try:
        parts = urlsplit(url if "://" in url else f"http://{url}")
        host = parts.hostname
        _ = parts.port  # raises ValueError for nonsense
    except ValueError:
        return None
    if parts.scheme not in schemes or not host or " " in url:
        return None
    plausible = parts.scheme == "tg" or "." in host or ":" in host or host == "localhost"
    return host if plausible else None
