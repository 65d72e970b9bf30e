"""People of the playground: who they are, whether they started or blocked the bot, and their Stars."""

from collections.abc import Iterator
from typing import Any

from webapp.playground.errors import ControlError
from webapp.playground.hub import Hub
from webapp.playground.shapes import Json
from webapp.playground.store import Store

FIRST_STARS = 10_000
FIRST_NEW_ID = 50_001


class People:
    """Telegram users by id. A person is `{user, role, started, blocked, stars}`."""

    def __init__(self, store: Store, hub: Hub) -> None:
        self.store = store
        self.hub = hub
        self.by_id: dict[int, Json] = {int(key): body for key, body in store.load("person")}

    def __iter__(self) -> Iterator[Json]:
        return iter(self.by_id.values())

    def add(self, user: Json, role: str = "fan", started: bool = False) -> Json:
        """Makes a person, or brings the name of a known one up to date; returns the person."""
        known = self.by_id.get(int(user["id"]))
        person = known or {"role": role, "started": started, "blocked": False, "stars": FIRST_STARS}
        person["user"] = {"is_bot": False, **(known or {}).get("user", {}), **user}
        return self.save(person)

    def next_id(self) -> int:
        number = self.store.next_number("person", FIRST_NEW_ID)
        return number if number not in self.by_id else self.next_id()

    def find(self, user_id: object) -> Json | None:
        try:
            return self.by_id.get(int(str(user_id)))
        except ValueError:
            return None

    def require(self, user_id: object) -> Json:
        """The person, or a ControlError 404."""
        person = self.find(user_id)
        if person is None:
            raise ControlError(404, f"There is no user {user_id}; make one with POST /control/users.")
        return person

    def change(self, user_id: int, **changes: Any) -> Json:
        """Sets fields of a person: `started`, `blocked`, `stars`."""
        person = self.by_id[user_id]
        person.update(changes)
        return self.save(person)

    def named(self, username: str) -> Json | None:
        wanted = username.lstrip("@").lower()
        return next((p for p in self if str(p["user"].get("username", "")).lower() == wanted), None)

    def save(self, person: Json) -> Json:
        user_id = int(person["user"]["id"])
        self.by_id[user_id] = person
        self.store.put("person", user_id, person)
        self.hub.publish("person", person=person)
        return person
