"""Logs: readable lines on a laptop, JSON in production, secrets in neither."""

import json
import logging
import re
import sys

from pydantic import SecretStr

from bot.settings import Settings

_TOKEN = re.compile(r"\b\d{5,12}:[A-Za-z0-9_-]{20,}\b")


class SecretFilter(logging.Filter):
    """Takes bot tokens and configured secrets out of whatever is logged."""

    def __init__(self, secrets: list[str]) -> None:
        super().__init__()
        self._secrets = [secret for secret in secrets if len(secret) > 5]

    def filter(self, record: logging.LogRecord) -> bool:
        message = record.getMessage()
        clean = _TOKEN.sub("***", message)
        for secret in self._secrets:
            clean = clean.replace(secret, "***")
        if clean != message:
            record.msg, record.args = clean, ()
        return True


class JsonFormatter(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        line = {
            "time": self.formatTime(record),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info:
            line["exception"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)


def list_secrets(settings: Settings) -> list[str]:
    """Every secret of the configuration, whatever it is called."""
    values = (getattr(settings, name) for name in type(settings).model_fields)
    return [value.get_secret_value() for value in values if isinstance(value, SecretStr)]


def set_up_logs(settings: Settings) -> None:
    """Sends all logs to standard error in one form."""
    handler = logging.StreamHandler(sys.stderr)
    plain = logging.Formatter("%(asctime)s %(levelname)-7s %(name)s: %(message)s", "%H:%M:%S")
    handler.setFormatter(JsonFormatter() if settings.log_json else plain)
    handler.addFilter(SecretFilter(list_secrets(settings)))
    logging.basicConfig(level=settings.log_level.upper(), handlers=[handler], force=True)
    for noisy in ("aiogram.event", "botocore", "aiobotocore", "arq", "aiohttp.access", "tortoise", "PIL"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
