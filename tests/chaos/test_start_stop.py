"""Starting and stopping: nothing left behind, data kept, clear words when something is in the way."""

import asyncio
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest
import pytest_asyncio

from bot.embedded.ports import free_port
from tests.conftest import Stack
from tests.control import Control
from tests.waiting import until


@pytest_asyncio.fixture(scope="module")
async def house(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Stack]:
    """A product of its own that these tests may stop and kill."""
    yield Stack(tmp_path_factory.mktemp("house"))


async def expect_gone(stack: Stack) -> None:
    """Soon no process of the stack is there."""
    await until(lambda: stack.pids(""), lambda left: not left, seconds=15)


async def test_ctrl_c_stops_every_process_and_keeps_the_data(house: Stack, http: aiohttp.ClientSession) -> None:
    await house.start()
    async with http.get(f"{house.web}/healthz") as answer:
        assert answer.status == 200, await answer.text()
        parts = (await answer.json())["parts"]
        assert {"postgres", "redis", "objects", "worker:video", "worker:voice", "worker:delivery"} <= set(parts)
    async with Control(house.playground) as control:
        person = await control.new_person("Qalb")
        await person.say("/start")
        await person.wait_for(lambda message: message["from"]["is_bot"])
    assert await house.stop() == 0
    await expect_gone(house)


async def test_a_second_start_knows_everybody_and_a_killed_parent_leaves_nobody(house: Stack) -> None:
    await house.start()
    async with Control(house.playground) as control:
        people = await control.call("GET", "/users")
        users = people["users"] if isinstance(people, dict) else people
        assert any(user["first_name"] == "Qalb" for user in users)
    assert house.process is not None
    os.kill(house.process.pid, signal.SIGKILL)
    await expect_gone(house)
    await house.start()
    assert await house.stop() == 0
    await expect_gone(house)


async def _expect_refusal(folder: Path, **environment: str) -> str:
    stack = Stack(folder)
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        "run",
        env={**stack.environment, **environment},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    output, _ = await asyncio.wait_for(process.communicate(), 60)
    assert process.returncode in (1, 2), output.decode()
    return output.decode()


async def test_a_taken_port_is_named_with_the_way_on(tmp_path: Path) -> None:
    port = free_port()
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", port))
        taken.listen()
        words = await _expect_refusal(tmp_path, PORT=str(port))
    assert f"port {port} is taken" in words and "PORT=" in words
    assert "Traceback" not in words


async def test_a_faulty_setting_is_named(tmp_path: Path) -> None:
    words = await _expect_refusal(tmp_path, VIDEO_SIZE="9000")
    assert "VIDEO_SIZE" in words and "Traceback" not in words


async def test_a_half_finished_first_start_is_begun_again(tmp_path: Path) -> None:
    half = tmp_path / "postgres.new"
    half.mkdir(parents=True)
    (half / "PG_VERSION").write_text("18")
    stack = Stack(tmp_path)
    await stack.start()
    assert await stack.stop() == 0
