"""Where a request comes from, for limits of rate."""

from ipaddress import ip_address

from aiohttp import web


def caller_address(request: web.Request) -> str:
    """The caller's IP. A proxy's word is taken only when it stands on a private address, as ours does."""
    remote = request.remote or "unknown"
    forwarded = request.headers.get("X-Forwarded-For", "")
    if not forwarded or not _is_private(remote):
        return remote
    last = forwarded.rsplit(",", 1)[-1].strip()
    return last if _is_address(last) else remote


def _is_address(word: str) -> bool:
    try:
        ip_address(word)
    except ValueError:
        return False
    return True


def _is_private(word: str) -> bool:
    return _is_address(word) and ip_address(word).is_private
