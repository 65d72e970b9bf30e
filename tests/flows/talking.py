"""A person's way through the conversation: the newest message with a button, and what came after a tap."""

from typing import Any

from tests.control import Message, Person, brief, buttons


class Chatter:
    """One person talking with the bot. `seen` is the newest message id at the last look."""

    def __init__(self, person: Person) -> None:
        self.person = person

    async def now(self) -> list[Message]:
        return await self.person.messages()

    async def newest_id(self) -> int:
        shown = await self.now()
        return int(shown[-1]["message_id"]) if shown else 0

    async def find_button(self, label: str) -> Message:
        """The newest message that has a button with `label` in its words."""
        return await self.person.wait_for(lambda message: any(label in b for b in buttons(message)), seconds=10)

    async def tap(self, label: str) -> Any:
        """Presses the newest button with `label`; what the person saw: `{text, show_alert, …}`."""
        message = await self.find_button(label)
        whole = next(button for button in buttons(message) if label in button)
        return await self.person.press(message, text=whole)

    async def say(self, words: str, seconds: float = 10) -> Message:
        """Writes and waits for the answer below."""
        sent = await self.person.say(words)
        return await self.answer(int(sent["message_id"]), seconds)

    async def send(self, **body: Any) -> Message:
        sent = await self.person.send(**body)
        return await self.answer(int(sent["message_id"]))

    async def answer(self, after: int, seconds: float = 10) -> Message:
        return await self.person.wait_for(is_bots, after=after, seconds=seconds)

    async def expect(self, words: str, after: int = 0, seconds: float = 10) -> Message:
        """A message of the bot that holds `words`, now or soon."""
        return await self.person.wait_for(
            lambda message: is_bots(message) and words in content(message), after=after, seconds=seconds
        )

    async def show(self) -> list[str]:
        return [brief(message) for message in await self.now()]


def is_bots(message: Message) -> bool:
    return bool(message["from"]["is_bot"])


def content(message: Message) -> str:
    return str(message.get("text") or message.get("caption") or "")


async def start_in(chatter: Chatter, language: str = "Oʻzbekcha", payload: str = "") -> None:
    """/start and the choice of a language."""
    await chatter.say(f"/start {payload}".strip())
    await chatter.tap(language)


async def reach_summary(
    chatter: Chatter, artist: str, words: str, name: str = "Onajon", occasion: str = "Tugʻilgan kun"
) -> Message:
    """From anywhere to the summary, with own words. The person has chosen Uzbek."""
    await chatter.say(artist)
    await chatter.tap("Tabrik buyurtma qilish")
    await chatter.tap(occasion)
    await chatter.say(name)
    return await chatter.say(words)
