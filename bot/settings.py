"""Every knob of the product, read once from the environment and `.env`.

Nothing set means the embedded default: each address that is missing is served by a part that
`python -m bot run` starts itself (see `bot.embedded`), so the same code runs on a laptop and in production.
"""

import json
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

PLAYGROUND_TOKEN = "424242:playground-token-that-opens-nothing"
PLAYGROUND_STAFF_CHAT = -1001000000001


class Settings(BaseSettings):
    """Configuration. Field names are the environment variables, upper-cased."""

    model_config = SettingsConfigDict(env_file=".env", env_ignore_empty=True, extra="ignore")

    # where things are kept on this machine
    data_dir: Path = Path(".data")
    voices_dir: Path = Path(".voices")

    # web
    host: str = "127.0.0.1"
    port: int = 8000
    public_url: str = ""  # https address the world sees; empty: http://127.0.0.1:PORT
    playground_port: int = 8081

    # Telegram
    bot_token: SecretStr = SecretStr("")  # empty: the playground plays Telegram
    telegram_api_base: str = ""  # a local Bot API server
    webhook_secret: SecretStr = SecretStr("")  # empty: derived from the master key
    staff_chat_id: int = 0

    # servers; empty: embedded
    database_url: SecretStr = SecretStr("")
    redis_url: SecretStr = SecretStr("")
    s3_endpoint: str = ""
    s3_public_endpoint: str = ""  # the host name a browser sees; empty: the same
    s3_bucket: str = "stario"
    s3_region: str = "us-east-1"
    s3_access_key: SecretStr = SecretStr("")
    s3_secret_key: SecretStr = SecretStr("")
    s3_put_once: bool = False  # the store honours `If-None-Match: *`, so an upload link takes one object

    # keys; empty: made once and kept in data_dir, outside the database
    master_key: SecretStr = SecretStr("")  # 32 bytes, base64url: sealing, tokens, webhook secret

    # payment and delivery; a provider without keys is not offered, in the playground its stand-in is
    payme_merchant_id: str = ""
    payme_key: SecretStr = SecretStr("")
    payme_login: str = "Paycom"
    payme_checkout_base: str = ""  # the sandbox's host, for one; empty: Payme's own
    click_service_id: str = ""
    click_merchant_id: str = ""
    click_merchant_user_id: str = ""
    click_secret_key: SecretStr = SecretStr("")
    click_pay_base: str = ""
    click_api_base: str = ""
    stripe_secret_key: SecretStr = SecretStr("")
    stripe_webhook_secret: SecretStr = SecretStr("")
    stripe_api_base: str = ""
    telegram_provider_token: SecretStr = SecretStr("")  # merch in the chat, by BotFather
    boxnow_api_base: str = ""
    boxnow_client_id: str = ""
    boxnow_client_secret: SecretStr = SecretStr("")
    boxnow_webhook_secret: SecretStr = SecretStr("")
    boxnow_origin_id: str = ""  # the warehouse parcels leave from; empty: the first that BOX NOW names
    carriers: Annotated[list[str], NoDecode] = ["boxnow", "courier", "pickup"]  # those the operator has on
    shop_email: str = "orders@stario.example"  # told to a carrier that asks for one where the buyer gave none
    carriers_file: Path | None = None  # prices, cities and our points; empty: bot/parcels/carriers.yaml

    # fiscal lines; these codes belong to nothing: put in those of the national catalogue, goods bring their own
    fiscal_tin: str = ""  # TIN (9 digits) or PINFL (14) of the seller, for receipts through Click
    vat_percent: int = Field(12, ge=0, le=100)  # of greetings and delivery
    greeting_mxik: str = "00000000000000005"
    greeting_package_code: str = "0000005"
    delivery_mxik: str = "00000000000000006"
    delivery_package_code: str = "0000006"

    # engines
    speech_engine: Literal["embedded"] = "embedded"
    face_engine: Literal["mesh_warp"] = "mesh_warp"
    video_size: int = Field(720, ge=512, le=1080)
    video_fps: int = Field(25, ge=25, le=60)
    music_bed: bool = True  # quiet music under the voice of a greeting, made here, nobody's rights

    # behaviour
    log_level: str = "INFO"
    log_json: bool = False
    videos_per_day: int = Field(20, ge=1)  # free greetings a fan a day
    hold_minutes: int = Field(30, ge=1)  # how long goods are held for an order nobody has paid yet
    init_data_hours: int = Field(24, ge=1)
    staff_ids: Annotated[list[int], NoDecode] = []
    sample_languages: Annotated[list[str], NoDecode] = ["uz"]  # sample greetings rendered at the first start

    @field_validator("staff_ids", "sample_languages", "carriers", mode="before")
    @classmethod
    def _split_list(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        return [part.strip() for part in value.split(",") if part.strip() not in ("", "none")]

    @property
    def playground(self) -> bool:
        """True when no bot token is set, so the playground plays Telegram."""
        return not self.bot_token.get_secret_value()

    @property
    def token(self) -> str:
        """The Bot API token in force."""
        return self.bot_token.get_secret_value() or PLAYGROUND_TOKEN

    @property
    def playground_url(self) -> str:
        return f"http://127.0.0.1:{self.playground_port}"

    @property
    def telegram_base(self) -> str:
        """Base URL of the Bot API in force."""
        if self.playground:
            return self.playground_url
        return self.telegram_api_base or "https://api.telegram.org"

    @property
    def base_url(self) -> str:
        """The web address people are given, without a trailing slash."""
        return (self.public_url or f"http://127.0.0.1:{self.port}").rstrip("/")

    @property
    def staff_chat(self) -> int:
        """Chat of validators and operators; 0 where none is configured."""
        return self.staff_chat_id or (PLAYGROUND_STAFF_CHAT if self.playground else 0)

    @property
    def telegram_script_url(self) -> str:
        """Where a Mini App page loads `telegram-web-app.js` from."""
        if self.playground:
            return f"{self.playground_url}/static/telegram-web-app.js"
        return "https://telegram.org/js/telegram-web-app.js"


ADDRESSES = "addresses.json"  # in data_dir while `run` runs: where its servers are


def find_servers(settings: Settings) -> Settings:
    """Fills missing addresses with those of a running `python -m bot run`, if there is one in this folder."""
    path = settings.data_dir / ADDRESSES
    if not path.exists():
        return settings
    known = json.loads(path.read_text())
    missing = {name: value for name, value in known.items() if not _is_set(settings, name)}
    return settings.model_copy(update={name: _typed(settings, name, value) for name, value in missing.items()})


def _is_set(settings: Settings, name: str) -> bool:
    value = getattr(settings, name)
    return bool(value.get_secret_value() if isinstance(value, SecretStr) else value)


def _typed(settings: Settings, name: str, value: str) -> str | SecretStr:
    return SecretStr(value) if isinstance(getattr(settings, name), SecretStr) else value


@lru_cache
def load_settings() -> Settings:
    """The settings of this process. Raises pydantic's ValidationError naming each bad variable."""
    return Settings()
