"""Signed Mini App launch data.

Source: https://core.telegram.org/bots/webapps#validating-data-received-via-the-mini-app
"""

import base64
import hashlib
import hmac
import json
import time
from urllib.parse import quote, urlencode, urlsplit, urlunsplit

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from webapp.playground.shapes import Json
from webapp.playground.themes import pick_theme

VERSION = "9.1"
# A stand-in key pair that everybody may know: it signs nothing outside the playground.
_KEY = Ed25519PrivateKey.from_private_bytes(hashlib.sha256(b"stario playground signature").digest())
PUBLIC_KEY = _KEY.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw).hex()


def sign_init_data(token: str, user: Json, query_id: str = "", start_param: str = "", age: int = 0) -> str:
    """initData of a person as a query string; `age` seconds old. Signed with the bot's token and Ed25519."""
    told = ("id", "first_name", "last_name", "username", "language_code", "is_premium")
    shown = {key: user[key] for key in told if user.get(key)} | {"allows_write_to_pm": True}
    fields = {"user": json.dumps(shown, ensure_ascii=False, separators=(",", ":"))}
    fields["auth_date"] = str(int(time.time()) - age)
    if query_id:
        fields["query_id"] = query_id
    if start_param:
        fields |= {"start_param": start_param, "chat_type": "sender", "chat_instance": str(user["id"] * 7919)}
    bot_id = token.split(":")[0]
    signature = _KEY.sign(f"{bot_id}:WebAppData\n{_join_fields(fields)}".encode())
    fields["signature"] = base64.urlsafe_b64encode(signature).rstrip(b"=").decode()
    key = hmac.new(b"WebAppData", token.encode(), hashlib.sha256).digest()
    fields["hash"] = hmac.new(key, _join_fields(fields).encode(), hashlib.sha256).hexdigest()
    return urlencode(fields)


def launch_url(url: str, init_data: str, theme: str = "light", start_param: str = "") -> str:
    """The address a Mini App is opened at: launch parameters in the fragment."""
    parts = urlsplit(url)
    query = parts.query
    if start_param:
        query += ("&" if query else "") + urlencode({"tgWebAppStartParam": start_param})
    fragment = urlencode(
        {
            "tgWebAppData": init_data,
            "tgWebAppVersion": VERSION,
            "tgWebAppPlatform": "web",
            "tgWebAppThemeParams": json.dumps(pick_theme(theme)),
        },
        quote_via=quote,
    )
    return urlunsplit((parts.scheme, parts.netloc, parts.path, query, fragment))


def _join_fields(fields: dict[str, str]) -> str:
    return "\n".join(f"{key}={fields[key]}" for key in sorted(fields))
