"""The whole journey on the whole product: words in the chat, a paid invoice, and a film that holds what it promises."""

import io
import json

import av
import numpy as np
import pytest
from c2pa import Reader

from bot.demo.catalogue import load_catalogue
from bot.demo.seed import load_people
from tests.control import Control, Message
from tests.flows.talking import Chatter, content, reach_summary, start_in

WORDS = "Onajon, tug'ilgan kuningiz muborak!"
PRICED, CAREFUL = "Elbek", "Humora"


async def expect_paid_invoice(fan: Chatter, artist: str, words: str = WORDS) -> Message:
    """From /start to a paid invoice, which is returned."""
    await start_in(fan)
    await reach_summary(fan, artist, words)
    await fan.tap("⭐")
    invoice = await fan.person.wait_for(lambda message: "invoice" in message)
    assert (await fan.person.pay(invoice))["status"] == "paid"
    return invoice


async def clip_of(fan: Chatter, seconds: float = 120) -> Message:
    return await fan.person.wait_for(
        lambda message: "video" in message and "Onajon" in content(message), seconds=seconds
    )


@pytest.fixture
async def fan(control: Control) -> Chatter:
    return Chatter(await control.new_person("Dilnoza"))


async def test_a_paid_greeting_arrives_as_the_film_it_promises(control: Control, fan: Chatter) -> None:
    await expect_paid_invoice(fan, PRICED)
    clip = await clip_of(fan)
    video = clip["video"]
    assert video["width"] == video["height"] >= 512
    assert "cover" in video or "thumbnail" in video
    labels = [button["text"] for row in clip["reply_markup"]["inline_keyboard"] for button in row]
    assert "Ulashish" in labels
    body = await control.download(video["file_id"])
    assert_film(body)
    assert_credentials(body)
    await fan.expect("Tayyor!")


def assert_film(body: bytes) -> None:
    """H.264 and AAC, at least 25 frames a second and 512 pixels, sound in it, the index in front."""
    assert body.index(b"moov") < body.index(b"mdat")
    with av.open(io.BytesIO(body)) as film:
        picture, sound = film.streams.video[0], film.streams.audio[0]
        assert (picture.codec_context.name, sound.codec_context.name) == ("h264", "aac")
        assert picture.average_rate is not None and picture.average_rate >= 25
        assert picture.width >= 512 and picture.height >= 512
        samples = np.concatenate([frame.to_ndarray()[0] for frame in film.decode(sound)])
        assert np.abs(samples).max() > 0.1
        assert len(samples) / sound.rate > 2


def assert_credentials(body: bytes) -> None:
    """The film says, signed and unharmed, that a machine made it."""
    told = json.loads(Reader("video/mp4", io.BytesIO(body)).json())
    assert told["validation_state"] == "Valid"
    assert "trainedAlgorithmicMedia" in json.dumps(told)


async def test_a_paid_invoice_paid_again_gives_the_money_back(fan: Chatter) -> None:
    invoice = await expect_paid_invoice(fan, PRICED)
    again = await fan.person.pay(invoice)
    assert again["status"] == "declined"
    await clip_of(fan)
    assert sum("video" in message for message in await fan.person.messages()) == 1


async def test_a_careful_artist_sees_the_clip_first(control: Control, fan: Chatter) -> None:
    artist_id = next(item.telegram_id for item in load_catalogue().artists if CAREFUL in item.name)
    artist = control.person(artist_id)
    before = max([message["message_id"] for message in await artist.messages()], default=0)
    await expect_paid_invoice(fan, CAREFUL)
    shown = await artist.wait_for(lambda message: "video" in message, after=before, seconds=120)
    await fan.expect("tasdiqlashi kerak", seconds=20)
    await Chatter(artist).press(shown, "Tasdiqlayman")
    await clip_of(fan, seconds=30)


async def test_doubtful_words_wait_for_a_validator(control: Control, fan: Chatter) -> None:
    people = load_people()
    staff = control.person(people["staff"][0]["id"], people["staff_chat"]["id"])
    before = max([message["message_id"] for message in await staff.messages()], default=0)
    await start_in(fan)
    await reach_summary(fan, PRICED, "Onajon, men faqat sizni sevaman!")
    await fan.tap("yubor")
    asked = await staff.wait_for(lambda message: "Tekshirish kerak" in content(message), after=before, seconds=30)
    await Chatter(staff).press(asked, "Mumkin")
    invoice = await fan.person.wait_for(lambda message: "invoice" in message, seconds=30)
    assert (await fan.person.pay(invoice))["status"] == "paid"
    await clip_of(fan)
