"""Something else than what a step waits for is no reason to lose the step."""

import base64
import io
from typing import Any

import pytest
from PIL import Image

from bot.i18n import text
from tests.flows.talking import Chatter, content, start_in


def draw() -> str:
    out = io.BytesIO()
    Image.new("RGB", (64, 64), "teal").save(out, "JPEG")
    return base64.b64encode(out.getvalue()).decode()


STRAYS: list[dict[str, Any]] = [
    {"photo_base64": draw(), "caption": "salom"},
    {"voice_base64": base64.b64encode(b"OggS").decode()},
    {"sticker_base64": base64.b64encode(b"RIFF").decode()},
    {"location": {"latitude": 41.3, "longitude": 69.2}},
]


@pytest.mark.parametrize("stray", STRAYS, ids=["photo", "voice", "sticker", "place"])
async def test_a_code_is_still_waited_for(fan: Chatter, stray: dict[str, Any]) -> None:
    await start_in(fan)
    await fan.say("/verify")
    assert "yozilgan soʻz kerak" in content(await fan.send(**stray))
    assert "hechqanday" in content(await fan.say("hechqanday"))


async def test_a_code_of_any_length_is_answered(fan: Chatter) -> None:
    await start_in(fan)
    await fan.say("/verify")
    told = content(await fan.say("x" * 3900))
    assert f"{'x' * 64}…" in told


@pytest.mark.parametrize("length", [1999, 2001, 2600, 4000, 9000])
def test_a_value_of_any_length_is_put_in_whole(length: int) -> None:
    words = "я" * (length - 1) + "!"
    assert words in text("ru", "staff-support-card", who="D", id="1", words=words)
