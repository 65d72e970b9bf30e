"""Whatever a person sends for help reaches the staff whole, and whatever the staff send back reaches the person."""

import base64
import io
from typing import Any

import pytest
from PIL import Image

from bot.people.letters import utf16_length
from tests.control import STAFF_CHAT, Control, Message
from tests.flows.talking import Chatter, content, is_bots, start_in


def draw() -> str:
    out = io.BytesIO()
    Image.new("RGB", (80, 60), "maroon").save(out, "JPEG")
    return base64.b64encode(out.getvalue()).decode()


def some_bytes() -> str:
    return base64.b64encode(b"OggS and other bytes").decode()


CAPTION = "Chek shu yerda, № 40011223"
LETTERS: list[tuple[str, dict[str, Any]]] = [
    ("photo", {"photo_base64": draw(), "caption": CAPTION}),
    ("document", {"document_base64": some_bytes(), "file_name": "chek.pdf", "caption": CAPTION}),
    ("voice", {"voice_base64": some_bytes(), "duration": 3}),
    ("video", {"video_base64": some_bytes(), "caption": CAPTION}),
    ("video_note", {"video_note_base64": some_bytes()}),
    ("sticker", {"sticker_base64": some_bytes()}),
    ("audio", {"audio_base64": some_bytes()}),
    ("animation", {"animation_base64": some_bytes()}),
    ("location", {"location": {"latitude": 41.31, "longitude": 69.28}}),
]


@pytest.fixture
def staff(playground: Control) -> Chatter:
    return Chatter(playground.person(30002, STAFF_CHAT))


async def begin(fan: Chatter) -> None:
    await start_in(fan)
    await fan.say("/paysupport")
    await fan.tap("Xodimga yozish")
    await fan.expect("Nima boʻldi?")


async def seen_by(chatter: Chatter, after: int) -> list[Message]:
    return [message for message in await chatter.person.messages(after=after) if is_bots(message)]


async def last_id(chatter: Chatter) -> int:
    return max((message["message_id"] for message in await chatter.person.messages()), default=0)


@pytest.mark.parametrize(("kind", "letter"), LETTERS, ids=[kind for kind, _ in LETTERS])
async def test_a_letter_of_any_kind_goes_there_and_back(
    fan: Chatter, staff: Chatter, kind: str, letter: dict[str, Any]
) -> None:
    await begin(fan)
    before = await last_id(staff)
    assert "xodimimizga yetdi" in content(await fan.send(**letter))
    card, copy = await seen_by(staff, before)
    assert f"#u{fan.person.id}" in content(card)
    assert kind in copy and content(copy) == letter.get("caption", "")
    assert copy["reply_to_message"]["message_id"] == card["message_id"]
    mine = await last_id(fan)
    told = await staff.send(**letter, reply_to=copy["message_id"])
    assert "Ответ отправлен" in content(told)
    head, answer = await seen_by(fan, mine)
    assert "Xodimimizning javobi" in content(head)
    assert kind in answer and content(answer) == letter.get("caption", "")


@pytest.mark.parametrize(
    "words",
    [
        "Pul yechildi. " * 210 + "OXIRI: qaytarib bering.",
        "Пул ечилди. " * 330 + "OXIRI: қайтариб беринг.",
        "🎂" * 2030 + " OXIRI: bering.",
        "<b>&amp;</b> " * 330 + "OXIRI",
        "Pul yechildi. " * 700 + "OXIRI: qaytarib bering.",
    ],
    ids=["2900", "nearly-whole", "emoji", "markup", "three-messages"],
)
async def test_many_words_arrive_whole_both_ways(fan: Chatter, staff: Chatter, words: str) -> None:
    await begin(fan)
    before = await last_id(staff)
    await fan.say(words)
    await staff.expect("OXIRI", after=before)
    cards = await seen_by(staff, before)
    assert all(utf16_length(content(card)) <= 4096 and f"#u{fan.person.id}" in content(card) for card in cards)
    shown = "".join(content(card).partition("\n")[2].rpartition("\n\n")[0] for card in cards)
    assert "".join(shown.split()) == "".join(words.split())
    assert await fan.count("xodimimizga yetdi") == 1
    mine = await last_id(fan)
    await staff.person.say(words, reply_to=cards[-1]["message_id"])
    await fan.expect("OXIRI", after=mine)
    answers = "".join(map(content, await seen_by(fan, mine))).replace("💬 Xodimimizning javobi", "")
    assert "".join(answers.split()) == "".join(words.split())


async def test_an_album_comes_under_one_card(fan: Chatter, staff: Chatter) -> None:
    await begin(fan)
    before = await last_id(staff)
    for number in range(3):
        await fan.person.send(photo_base64=draw(), caption=f"{number + 1}-rasm", media_group_id="777001")
    await staff.expect("3-rasm", after=before)
    card, *copies = await seen_by(staff, before)
    assert [content(copy) for copy in copies] == ["1-rasm", "2-rasm", "3-rasm"]
    assert {copy["reply_to_message"]["message_id"] for copy in copies} == {card["message_id"]}
    assert await fan.count("xodimimizga yetdi") == 1
    mine = await last_id(fan)
    for number in range(2):
        await staff.person.send(
            photo_base64=draw(), caption=f"javob {number}", media_group_id="777002", reply_to=card["message_id"]
        )
    await fan.expect("javob 1", after=mine)
    assert [content(one) for one in await seen_by(fan, mine)][1:] == ["javob 0", "javob 1"]


async def test_a_caption_too_long_for_a_bot_comes_as_words(staff: Chatter, playground: Control, fan: Chatter) -> None:
    about = {"id": fan.person.id, "first_name": "Dilnoza", "is_premium": True}
    await playground.call("POST", "/users", json=about)
    await begin(fan)
    before = await last_id(staff)
    await fan.send(photo_base64=draw(), caption="Chek. " * 300 + "OXIRI")
    _card, copy, words = await seen_by(staff, before)
    assert "photo" in copy and content(copy) == "👇"
    assert "OXIRI" in content(words) and f"#u{fan.person.id}" in content(words)


async def test_what_cannot_be_carried_is_said_and_the_step_stays(fan: Chatter, staff: Chatter) -> None:
    await begin(fan)
    before = await last_id(staff)
    story = {"chat": {"id": fan.person.id, "type": "private", "first_name": "Dilnoza"}, "id": 5}
    assert "yetkaza olmaymiz" in content(await fan.send(story=story))
    assert await seen_by(staff, before) == [], "no card without a letter"
    assert "xodimimizga yetdi" in content(await fan.send(photo_base64=draw()))


@pytest.mark.parametrize("refusal", ["not enough rights to send text messages to the chat", "TOPIC_CLOSED"])
async def test_sent_is_said_only_of_what_was_sent(fan: Chatter, playground: Control, refusal: str) -> None:
    await begin(fan)
    await playground.make_fault("400", "sendMessage", description=refusal)
    assert "yetkaza olmadik" in content(await fan.say("Salom"))
    assert "xodimimizga yetdi" in content(await fan.say("Salom, № 2"))


@pytest.mark.parametrize(
    ("refusal", "said"),
    [
        ("VOICE_MESSAGES_FORBIDDEN", "не принимает голосовые"),
        ("chat not found", "не дошёл: человек остановил"),
        ("message can't be copied", "передать нельзя"),
        ("Internal something", "Отправьте его ещё раз"),
    ],
)
async def test_staff_are_told_why_an_answer_did_not_arrive(
    fan: Chatter, staff: Chatter, playground: Control, refusal: str, said: str
) -> None:
    await begin(fan)
    await fan.say("Salom, savolim bor")
    card = await staff.expect(f"#u{fan.person.id}")
    await playground.make_fault("400", "copyMessage", description=refusal)
    told = await staff.send(voice_base64=some_bytes(), reply_to=card["message_id"])
    assert said in content(told)
    assert await fan.count("Xodimimizning javobi") == 0


async def test_a_persons_closed_voices_are_no_secret(fan: Chatter, staff: Chatter, playground: Control) -> None:
    await begin(fan)
    await fan.say("Salom, savolim bor")
    card = await staff.expect(f"#u{fan.person.id}")
    await playground.call("POST", f"/users/{fan.person.id}/voices", json={"closed": True})
    assert "не принимает голосовые" in content(
        await staff.send(video_note_base64=some_bytes(), reply_to=card["message_id"])
    )
    assert "Ответ отправлен" in content(await staff.send(audio_base64=some_bytes(), reply_to=card["message_id"]))


async def test_an_answer_stays_in_the_topic_it_was_given_in(fan: Chatter, staff: Chatter, playground: Control) -> None:
    await begin(fan)
    await fan.say("Salom, savolim bor")
    card = await staff.expect(f"#u{fan.person.id}")
    chats = {chat["id"]: chat for chat in await playground.call("GET", "/chats")}
    topics = chats[STAFF_CHAT]["topics"]
    thread = int(next(iter(topics))) if topics else None
    told = await staff.send(photo_base64=draw(), reply_to=card["message_id"], message_thread_id=thread)
    assert "Ответ отправлен" in content(told)
    assert told.get("message_thread_id") == thread


async def test_an_anonymous_administrator_is_asked_for_a_name(fan: Chatter, staff: Chatter) -> None:
    await begin(fan)
    await fan.say("Salom, savolim bor")
    card = await staff.expect(f"#u{fan.person.id}")
    told = await staff.send(text="Javob", anonymous=True, reply_to=card["message_id"])
    assert "oʻz nomingizdan yozing" in content(told)
    assert await fan.count("Xodimimizning javobi") == 0
