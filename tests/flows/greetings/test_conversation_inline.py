"""Inline mode: the catalogue in any chat, and a greeting shared with a friend."""

from typing import Any

from bot.artists.artists import list_artists
from bot.services import Services
from db.videos import Video
from tests.control import Control
from tests.flows.greetings.test_conversation_orders import make_greeting
from tests.flows.talking import Chatter, start_in


async def ask(playground: Control, fan: Chatter, query: str) -> list[dict[str, Any]]:
    answer = await playground.call("POST", "/inline", json={"from_id": fan.person.id, "query": query})
    return list(answer["results"])


async def test_the_catalogue_is_offered_in_any_chat(fan: Chatter, playground: Control) -> None:
    await start_in(fan)
    results = await ask(playground, fan, "")
    assert len(results) == (await list_artists(limit=100)).total and all(
        result["type"] == "article" for result in results
    )
    (found,) = await ask(playground, fan, "сабоҳат")
    button = found["reply_markup"]["inline_keyboard"][0][0]
    assert button["url"].endswith("?start=artist_sabohat-tongotar")


async def test_a_portrait_that_telegram_has_comes_with_the_card(fan: Chatter, playground: Control) -> None:
    await start_in(fan)
    card = await fan.say("Sabohat")
    (found,) = await ask(playground, fan, "sabohat")
    assert (found["type"], found["photo_file_id"]) == ("photo", card["photo"][-1]["file_id"])


async def test_a_finished_greeting_is_shared_by_its_code(fan: Chatter, services: Services, playground: Control) -> None:
    await start_in(fan)
    video = await make_greeting(services, fan)
    assert await ask(playground, fan, f"video_{video.code}") == [], "Telegram does not have it yet"
    await fan.say("/orders")
    await fan.tap("Sabohat")
    await fan.tap("Videoni yuborish")
    sent = await fan.person.wait_for(lambda message: "video" in message)
    await Video.filter(id=video.id).update(telegram_file_id=sent["video"]["file_id"])
    (found,) = await ask(playground, fan, f"video_{video.code}")
    assert found["video_file_id"] == sent["video"]["file_id"]
    assert await ask(playground, fan, "video_zzzzzzzzzz") == []
