"""A person's way through the conversation: the newest message with a button, and what came after a tap."""

from typing import Any

from bot.services import Services
from tests.control import Message, Person, buttons
from tests.waiting import until


class Chatter:
    """One person talking with the bot."""

    def __init__(self, person: Person) -> None:
        self.person = person

    async def find_button(self, label: str) -> Message:
        """The newest message that has a button with `label` in its words."""
        return await self.person.wait_for(lambda message: any(label in b for b in buttons(message)), seconds=10)

    async def tap(self, label: str) -> Any:
        """Presses the newest button with `label`; what the person saw: `{text, show_alert, …}`."""
        return await self.press(await self.find_button(label), label)

    async def press(self, message: Message, label: str) -> Any:
        """Presses the button with `label` under a message, even one that the chat has moved on from."""
        keyboard = message["reply_markup"]["inline_keyboard"]
        found = next(button for row in keyboard for button in row if label in button["text"])
        return await self.person.press(message, data=found["callback_data"])

    async def say(self, words: str) -> Message:
        """Writes, and waits for the answer below."""
        sent = await self.person.say(words)
        return await self.expect("", after=int(sent["message_id"]))

    async def send(self, **body: Any) -> Message:
        """Sends something that is no text, and waits for the answer below."""
        sent = await self.person.send(**body)
        return await self.expect("", after=int(sent["message_id"]))

    async def expect(self, words: str, after: int = 0, seconds: float = 10) -> Message:
        """The newest message of the bot that holds `words`, now or soon."""
        return await self.person.wait_for(
            lambda message: is_bots(message) and words in content(message), after=after, seconds=seconds
        )

    async def count(self, words: str) -> int:
        """How many messages of the bot hold `words` right now."""
        return sum(is_bots(message) and words in content(message) for message in await self.person.messages())


def is_bots(message: Message) -> bool:
    return bool(message["from"]["is_bot"])


def content(message: Message) -> str:
    return str(message.get("text") or message.get("caption") or "")


async def start_in(chatter: Chatter, language: str = "Oʻzbekcha", payload: str = "") -> None:
    """/start and the choice of a language."""
    await chatter.say(f"/start {payload}".strip())
    await chatter.tap(language)


async def reach_recipient(chatter: Chatter, artist: str, occasion: str = "Tugʻilgan kun") -> Message:
    """From anywhere to the question of whom it is for. The person has chosen Uzbek."""
    await chatter.say(artist)
    await chatter.tap("Tabrik buyurtma qilish")
    await chatter.tap(occasion)
    return await chatter.expect("Kimni tabriklaymiz?")


async def reach_words(chatter: Chatter, artist: str, name: str = "Onajon") -> Message:
    """From anywhere to the question of what to say."""
    await reach_recipient(chatter, artist)
    return await chatter.say(name)


async def reach_summary(chatter: Chatter, artist: str, words: str, name: str = "Onajon") -> Message:
    """From anywhere to the summary, with own words."""
    await reach_words(chatter, artist, name)
    return await chatter.say(words)


async def forget_redis(services: Services) -> None:
    """Empties Redis between two handlings: one that has answered already may be writing its step down."""
    await until(lambda: services.redis.keys("fsm:*:lock"), lambda locks: not locks)
    await services.redis.flushall()
