"""The whole playground in one place: everything that it remembers and everyone in it, wired once."""

from importlib.resources import files as package_files
from typing import Any

import yaml
from aiohttp import web

from bot.settings import Settings
from webapp.playground.bot_profile import BotProfile
from webapp.playground.chats import Chats
from webapp.playground.clicks import Clicks
from webapp.playground.faults import Faults
from webapp.playground.files import Files
from webapp.playground.hub import Hub
from webapp.playground.inline import Inline
from webapp.playground.limits import Limits
from webapp.playground.messages import Messages
from webapp.playground.payments import Payments
from webapp.playground.people import People
from webapp.playground.rails.state import Rails
from webapp.playground.shapes import Json
from webapp.playground.store import Store
from webapp.playground.updates import Updates
from webapp.playground.webhook import Webhook


class World:
    """One bot and the people around it. Made from settings; `close` when done."""

    def __init__(self, settings: Settings) -> None:
        folder = settings.data_dir / "playground"
        self.settings = settings
        self.token = settings.token
        self.store = Store(folder)
        self.hub = Hub()
        self.faults = Faults()
        self.faults.register("telegram")
        self.limits = Limits()
        self.bot = BotProfile(self.store, self.hub, self.token)
        self.people = People(self.store, self.hub)
        self.chats = Chats(self.store, self.hub, self.people)
        self.files = Files(self.store, folder / "files")
        self.messages = Messages(self.store, self.hub, self.chats, self.files)
        self.updates = Updates(self.store, self.hub, self.faults)
        self.webhook = Webhook(self.store, self.updates)
        self.clicks = Clicks(self.hub, self.updates)
        self.payments = Payments(self.store, self.hub, self.people, self.messages, self.updates)
        self.inline = Inline(self.updates)
        self.rails = Rails(settings, self.store, self.faults)
        seed_people(self)

    def close(self) -> None:
        self.store.close()


WORLD = web.AppKey("world", World)


def seed_people(world: World) -> None:
    """Brings in the demo's fans, artists and staff; those already here keep their Stars and chats."""
    demo = package_files("bot") / "demo"
    people: Json = yaml.safe_load((demo / "people.yaml").read_text("utf-8"))
    for user in people.get("fans", []):
        world.people.add(user, "fan")
    for user in people.get("staff", []):
        world.people.add(user, "staff", started=True)
    catalogue = demo / "catalogue.yaml"
    if catalogue.is_file():
        for artist in _read_artists(yaml.safe_load(catalogue.read_text("utf-8"))):
            world.people.add(artist, "artist", started=True)
    group = {"is_forum": True, **people["staff_chat"]}
    if world.settings.staff_chat_id:
        group["id"] = world.settings.staff_chat_id
    world.chats.add_group({**group, "members": [user["id"] for user in people.get("staff", [])]})
    # Whoever joined the fans' group later stays in it.
    fans = people["fan_chat"]
    joined = world.chats.groups.get(fans["id"], {}).get("members", [])
    members = dict.fromkeys([*(user["id"] for user in people.get("fans", [])), *joined])
    world.chats.add_group({**fans, "members": list(members)})


def _read_artists(catalogue: Any) -> list[Json]:
    """Telegram users of the catalogue's artists: those that carry a `telegram_id`."""
    rows = catalogue.get("artists", []) if isinstance(catalogue, dict) else catalogue
    users = []
    for row in rows or []:
        if row.get("telegram_id"):
            first, _, last = _plain_name(row.get("name")).partition(" ")
            user = {"id": int(row["telegram_id"]), "first_name": first or "Artist"}
            user |= {"last_name": last} if last else {}
            slug = str(row.get("username") or row.get("slug") or row.get("key") or "").replace("-", "_")
            user |= {"username": slug} if slug else {}
            users.append({**user, "language_code": row.get("language_code", "uz")})
    return users


def _plain_name(name: Any) -> str:
    return str(name.get("uz") or next(iter(name.values()))) if isinstance(name, dict) else str(name or "")
