"""The face quiz in the chat, whole: consent, a selfie, the answer with its card, and the photo that is gone."""

import base64
import hashlib
import io
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from PIL import Image

from bot.i18n import LANGUAGES, text
from tests.conftest import Stack
from tests.control import Control, Message, buttons
from tests.flows.talking import Chatter, content, start_in
from tests.waiting import until

PORTRAITS = Path(__file__).resolve().parents[3] / "bot" / "demo" / "portraits"
LANGUAGE_NAMES = {"uz": "Oʻzbekcha", "uz-Cyrl": "Ўзбекча", "ru": "Русский", "en": "English"}


def portrait(slug: str = "elbek-chaqmoqov") -> str:
    return base64.b64encode((PORTRAITS / f"{slug}.jpg").read_bytes()).decode()


def group_photo(*slugs: str) -> str:
    """Several people on one picture, from left to right."""
    wide = Image.new("RGB", (640 * len(slugs), 640))
    for place, slug in enumerate(slugs):
        wide.paste(Image.open(PORTRAITS / f"{slug}.jpg").resize((640, 640)), (640 * place, 0))
    return as_base64(wide)


def as_base64(picture: Image.Image) -> str:
    held = io.BytesIO()
    picture.save(held, "JPEG", quality=92)
    return base64.b64encode(held.getvalue()).decode()


@pytest_asyncio.fixture
async def guest(stack: Stack, control: Control) -> AsyncIterator[Chatter]:
    """Somebody who has said hello in Uzbek."""
    chatter = Chatter(await control.new_person("Dilnoza"))
    await start_in(chatter)
    yield chatter


async def agree(chatter: Chatter, language: str = "uz") -> None:
    """From anywhere to the wish for a photo."""
    await chatter.say("/quiz")
    await chatter.tap(text(language, "quiz-agree"))
    await chatter.expect(text(language, "quiz-send-photo").split("\n")[0].strip("📸 ")[3:-4])


async def answer(chatter: Chatter, **photo: str) -> tuple[Message, Message]:
    """Sends a picture; the message it came in, and the result."""
    sent = await chatter.person.send(**photo)
    shown = await chatter.person.wait_for(
        lambda message: message["from"]["is_bot"] and "photo" in message, after=sent["message_id"]
    )
    return sent, shown


async def receipt(chatter: Chatter, language: str = "uz") -> Message:
    """Taps for the receipt until the photo is gone."""

    async def ask() -> list[Message]:
        await chatter.tap(text(language, "quiz-receipt-button"))
        return [message for message in await chatter.person.messages() if "SHA-256" in content(message)]

    return dict((await until(ask))[-1])


async def test_a_selfie_finds_its_star_and_is_gone(guest: Chatter, control: Control) -> None:
    await agree(guest)
    sent, shown = await answer(guest, photo_base64=portrait())
    words = content(shown)
    assert "Elbek Chaqmoqov" in words.split("\n\n")[0]
    assert words.count("▰") and words.count(" % · ") == 5, "five matches with bars"
    card = Image.open(io.BytesIO(await control.download(shown["photo"][-1]["file_id"])))
    assert card.width / card.height == 1080 / 1350
    labels = " ".join(buttons(shown))
    assert all(
        text("uz", key) in labels for key in ("quiz-share-button", "quiz-remove", "quiz-receipt-button", "quiz-again")
    )
    await until(lambda: guest.count(text("uz", "quiz-looking")), lambda left: left == 0)
    proof = content(await receipt(guest))
    assert len([word for word in proof.split() if len(word) == 64]) == 1
    assert sent["message_id"] in [message["message_id"] for message in await guest.person.messages()]


async def test_a_tap_takes_the_photo_out_of_the_chat(guest: Chatter, stack: Stack, control: Control) -> None:
    """Gone for both sides, and its bytes from the playground's own store."""
    marked = Image.open(PORTRAITS / "elbek-chaqmoqov.jpg").rotate(4)  # no other test sends this one
    await agree(guest)
    sent, _ = await answer(guest, photo_base64=as_base64(marked))
    kept = [await control.download(size["file_id"]) for size in sent["photo"]]
    places = [stack.folder / "playground" / "files" / hashlib.sha256(body).hexdigest() for body in kept]
    assert all(place.exists() for place in places)
    told = await guest.tap(text("uz", "quiz-remove"))
    assert told["text"] == text("uz", "quiz-removed")
    assert sent["message_id"] not in [message["message_id"] for message in await guest.person.messages()]
    assert not any(place.exists() for place in places)
    assert (await guest.tap(text("uz", "quiz-remove")))["text"] == text("uz", "quiz-removed")


async def test_without_consent_nothing_is_looked_at(guest: Chatter) -> None:
    asked = await guest.say("/quiz")
    assert text("uz", "quiz-consent").split("\n")[0] in content(asked)
    await guest.tap(text("uz", "quiz-no"))
    await guest.expect(text("uz", "quiz-declined"))
    told = await guest.send(photo_base64=portrait())
    assert text("uz", "quiz-out-of-the-blue") in content(told)
    await guest.tap(text("uz", "quiz-try"))
    await guest.expect(text("uz", "quiz-consent").split("\n")[0])


async def test_a_child_needs_a_grown_up(guest: Chatter) -> None:
    await guest.say("/quiz")
    await guest.tap(text("uz", "quiz-younger"))
    sticker = await guest.send(photo_base64=portrait())
    assert "Malika Karimova" in content(sticker), "a photo is no signature"
    await guest.say("7")
    await guest.say("Malika Karimova")
    await guest.expect("selfi yuboring")
    _, shown = await answer(guest, photo_base64=portrait("surayyo-samoviy"))
    assert "Surayyo Samoviy" in content(shown)


async def test_several_faces_are_asked_about_from_the_left(guest: Chatter) -> None:
    await agree(guest)
    asked = await guest.send(photo_base64=group_photo("sabohat-tongotar", "elbek-chaqmoqov"))
    if "photo" not in asked and text("uz", "quiz-looking") in content(asked):
        asked = await guest.expect("ta yuz bor")
    assert "2 ta yuz bor" in content(asked)
    await guest.tap(text("uz", "quiz-face", number=2))
    shown = await guest.person.wait_for(lambda m: m["from"]["is_bot"] and "photo" in m, after=asked["message_id"])
    assert "Elbek Chaqmoqov" in content(shown).split("\n\n")[0]


@pytest.mark.parametrize("body", [{"text": "salom"}, {"voice_base64": base64.b64encode(b"OggS" * 40).decode()}])
async def test_what_is_no_photo_gets_a_hint(guest: Chatter, body: dict[str, str]) -> None:
    await agree(guest)
    told = await guest.send(**body)
    assert content(told) == text("uz", "quiz-photo-please")


async def test_a_photo_without_a_face_says_what_to_do(guest: Chatter) -> None:
    await agree(guest)
    await guest.person.send(photo_base64=as_base64(Image.new("RGB", (800, 800), (90, 140, 90))))
    await guest.expect(text("uz", "quiz-no-face"))
    _, shown = await answer(guest, photo_base64=portrait())
    assert "Elbek Chaqmoqov" in content(shown), "the step stayed"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("me.jpg", "image/jpeg"),
        ("me.jpg", "image/jpg"),
        ("me", "application/octet-stream"),
        ("me.pdf", "application/pdf"),
    ],
)
async def test_a_picture_may_come_as_a_file_of_any_name(guest: Chatter, name: str, kind: str) -> None:
    await agree(guest)
    _, shown = await answer(guest, document_base64=portrait("humora-sadafli"), file_name=name, mime_type=kind)
    assert "Humora Sadafli" in content(shown)


async def test_a_file_that_is_no_picture_is_told_by_its_bytes(guest: Chatter) -> None:
    await agree(guest)
    paper = base64.b64encode(b"%PDF-1.7" + bytes(500)).decode()
    await guest.person.send(document_base64=paper, file_name="me.jpg", mime_type="image/jpeg")
    await guest.expect(text("uz", "quiz-photo-type"))


async def test_the_result_is_shared_and_leads_friends_back(guest: Chatter, control: Control) -> None:
    await agree(guest)
    _, shown = await answer(guest, photo_base64=portrait())
    share = next(b for row in shown["reply_markup"]["inline_keyboard"] for b in row if "switch_inline_query" in b)
    query = share["switch_inline_query"]
    offered = await control.call("POST", "/inline", json={"from_id": guest.person.id, "query": query})
    (result,) = offered["results"]
    assert result["photo_file_id"] and "Elbek Chaqmoqov" in result["caption"]
    link = result["reply_markup"]["inline_keyboard"][0][0]["url"]
    assert link.endswith("?start=match_elbek-chaqmoqov")
    friend = Chatter(await control.new_person("Aziz", "ru"))
    stolen = await control.call("POST", "/inline", json={"from_id": friend.person.id, "query": query})
    assert stolen["results"] == [], "a result is its owner's to share"
    await start_in(friend, "Русский", payload="match_elbek-chaqmoqov")
    await friend.expect("Элбек Чақмоқов")
    await friend.tap(text("ru", "quiz-try"))
    await friend.expect(text("ru", "quiz-consent").split("\n")[0])


async def test_the_match_may_be_asked_for_a_greeting(guest: Chatter) -> None:
    await agree(guest)
    await answer(guest, photo_base64=portrait())
    await guest.tap(text("uz", "quiz-greeting", artist="Elbek Chaqmoqov"))
    await guest.expect(text("uz", "greeting-occasion", artist="Elbek Chaqmoqov").replace("<b>", "").replace("</b>", ""))


async def test_consent_may_be_taken_back(guest: Chatter) -> None:
    await agree(guest)
    await answer(guest, photo_base64=portrait())
    await guest.say("/privacy")
    await guest.tap(text("uz", "quiz-withdraw"))
    await guest.tap(text("uz", "quiz-withdraw-yes"))
    await guest.expect(text("uz", "quiz-withdrawn").split(":")[0])
    assert text("uz", "quiz-withdraw") not in buttons(await guest.say("/privacy"))
    asked = await guest.say("/quiz")
    assert text("uz", "quiz-agree") in buttons(asked)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_quiz_speaks_every_language(language: str, control: Control, stack: Stack) -> None:
    guest = Chatter(await control.new_person("Dilnoza"))
    await start_in(guest, LANGUAGE_NAMES[language], payload="quiz")
    asked = await guest.expect(text(language, "quiz-consent").split("\n")[0])
    assert text(language, "quiz-agree") in buttons(asked)
    await guest.tap(text(language, "quiz-agree"))
    _, shown = await answer(guest, photo_base64=portrait("sherbek-qahqahov"))
    assert text(language, "quiz-share-button") in buttons(shown)
