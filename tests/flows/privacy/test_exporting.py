"""Whoever asks is handed everything that is kept of them, readable, and nothing of anybody else."""

import json
import os
import subprocess
import sys

import pytest

from bot.__main__ import main
from bot.privacy.exporting import export_person
from bot.privacy.rooms import ROOMS
from bot.services import Services
from bot.settings import Settings
from db.artists import Artist
from db.consents import Consent
from db.sessions import Session
from db.users import User
from tests.flows.privacy.privacy_world import MADINA, OTHER, a_whole_life, as_text
from tests.flows.world import free_artist, new_fan


async def test_everything_kept_is_handed_out_and_nothing_of_another(services: Services) -> None:
    user, other = await a_whole_life(services, MADINA), await a_whole_life(services, OTHER)
    kept = json.loads(as_text(await export_person(services, user)))
    assert list(kept) == ["made_at", *(room.name for room in ROOMS)]
    said = as_text(kept)
    for text in MADINA.texts:
        assert text in said
    assert not [text for text in (*OTHER.texts, str(other.id)) if text.casefold() in said.casefold()]
    for room, mine in kept.items():
        assert mine or room == "artists", room
    greeting = kept["greetings"][0]
    assert (greeting["recipient"], greeting["text"]) == (MADINA.word, f"Salom, {MADINA.word}!")
    assert kept["quiz"]["consents"][0]["guardian_name"] == f"{MADINA.word} opa"
    assert {poster["words"] for poster in kept["posters"]} == {f"{MADINA.word} uchun"}
    assert kept["parcels"][0]["contact_phone"] == MADINA.phone
    assert kept["shop"]["cart"]["lines"] == [{"sku": "tshirt-white-m", "poster": None, "quantity": 2}]
    assert len(kept["trivia"]["answers"]) == 2
    sums = [payment["amount_uzs"] for order in kept["money"] for payment in order["payments"]]
    assert sum(sums) == sum(order["total_uzs"] for order in kept["money"] if order["goods_uzs"])


async def test_no_secret_is_handed_out(services: Services) -> None:
    user = await a_whole_life(services, MADINA)
    user.password_hash = "argon2-of-something"
    await user.save(update_fields=["password_hash"])
    said = as_text(await export_person(services, user))
    session = await Session.get(user_id=user.id)
    assert session.token_hash not in said and "argon2-of-something" not in said
    assert f"pin-{MADINA.word}" not in said


async def test_files_come_as_links_that_open(services: Services) -> None:
    user = await a_whole_life(services, MADINA)
    film = (await export_person(services, user))["greetings"][0]["files"][0]
    assert film["key"].endswith(".mp4") and "X-Amz-Expires=3600" in film["link"]


async def test_an_artist_is_handed_the_own_page_and_consents(services: Services) -> None:
    user, artist = await new_fan(), await free_artist()
    await Artist.filter(id=artist.id).update(user_id=user.id)
    told = (await export_person(services, user))["artists"]
    assert [page["slug"] for page in told] == [artist.slug]
    assert len(told[0]["consents"]) == await Consent.filter(artist_id=artist.id).count() > 0


def ask(settings: Settings, telegram_id: int) -> subprocess.CompletedProcess[str]:
    """`python -m bot export`, as an operator types it."""
    secrets = ("database_url", "redis_url", "s3_secret_key", "master_key", "s3_access_key")
    given = {name.upper(): getattr(settings, name).get_secret_value() for name in secrets}
    given |= {"S3_ENDPOINT": settings.s3_endpoint, "DATA_DIR": str(settings.data_dir), "BOT_TOKEN": ""}
    command = [sys.executable, "-m", "bot", "export", str(telegram_id)]
    return subprocess.run(command, env={**os.environ, **given}, capture_output=True, text=True, timeout=60)


async def test_the_command_prints_it(services: Services, settings: Settings) -> None:
    await User.create(telegram_id=MADINA.telegram_id, first_name="Нишона")
    done = ask(settings, MADINA.telegram_id)
    assert done.returncode == 0, done.stderr
    assert '"first_name": "Нишона"' in done.stdout
    assert json.loads(done.stdout)["people"]["telegram_id"] == MADINA.telegram_id


async def test_the_command_says_when_it_knows_nobody(services: Services, settings: Settings) -> None:
    done = ask(settings, 5)
    assert (done.returncode, done.stdout) == (1, "")
    assert "Nobody here has the Telegram id 5." in done.stderr


def test_the_help_names_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    assert "export" in capsys.readouterr().out
