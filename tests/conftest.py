"""Fixtures: real servers from wheels, an empty world for each test, the playground, and the whole product running."""

import asyncio
import json
import os
import signal
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import pytest_asyncio
from aiohttp import web
from tortoise.connection import get_connection

from bot.demo.seed import seed_catalogue
from bot.embedded.keys import load_keys
from bot.embedded.objects import objects_program
from bot.embedded.ports import choose_ports, free_port
from bot.embedded.postgres import init_cluster, postgres_program, postgres_url
from bot.embedded.processes import Child
from bot.embedded.redis import redis_program
from bot.services import Services, open_services
from bot.settings import ADDRESSES, Settings
from db.connection import migrate_database
from tests.control import Control


@pytest_asyncio.fixture(scope="session")
async def settings(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Settings]:
    """Settings that point at real servers started for this session."""
    data = tmp_path_factory.mktemp("data")
    keys, ports = load_keys(data), choose_ports(data, ("postgres", "redis", "objects"))
    password = keys["postgres_password"]
    await asyncio.to_thread(init_cluster, data / "postgres", password)
    origins = ["http://127.0.0.1"]
    access, secret = keys["s3_access_key"], keys["s3_secret_key"]
    programs = [
        postgres_program(data / "postgres", ports["postgres"], password),
        redis_program(data / "redis", ports["redis"]),
        objects_program(data / "objects", ports["objects"], access, secret, origins),
    ]
    children = [Child(program, data) for program in programs]
    await asyncio.gather(*(child.start() for child in children))
    values: dict[str, Any] = {
        "data_dir": data,
        "port": free_port(),
        "playground_port": free_port(),
        "database_url": postgres_url(ports["postgres"], password),
        "redis_url": f"redis://127.0.0.1:{ports['redis']}/0",
        "s3_endpoint": f"http://127.0.0.1:{ports['objects']}",
        "s3_access_key": access,
        "s3_secret_key": secret,
        "master_key": keys["master_key"],
    }
    made = Settings(_env_file=None, **values)  # type: ignore[call-arg]
    await migrate_database(made.database_url.get_secret_value())
    yield made
    await asyncio.gather(*(child.stop() for child in children))


@pytest_asyncio.fixture(scope="session")
async def opened(settings: Settings) -> AsyncIterator[Services]:
    async with open_services(settings) as services:
        yield services


@pytest_asyncio.fixture
async def services(opened: Services) -> AsyncIterator[Services]:
    """The outside world, emptied, with the demo catalogue and its people in it."""
    await empty_world(opened)
    await seed_catalogue(opened.store, with_people=True)
    yield opened


async def empty_world(services: Services) -> None:
    connection = get_connection("default")
    rows = await connection.execute_query_dict(
        "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'tortoise_migrations'"
    )
    names = ", ".join(f'"{row["tablename"]}"' for row in rows)
    await connection.execute_script(f"TRUNCATE {names} CASCADE")
    await services.redis.flushall()


@pytest_asyncio.fixture(scope="session")
async def playground_app(settings: Settings) -> AsyncIterator[str]:
    """The playground in this process; its base URL."""
    from webapp.playground.app import create_app

    runner = web.AppRunner(create_app(settings))
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", settings.playground_port).start()
    yield settings.playground_url
    await runner.cleanup()


@pytest_asyncio.fixture
async def playground(playground_app: str) -> AsyncIterator[Control]:
    """The control API of the playground in this process, without faults left over."""
    async with Control(playground_app) as control:
        await control.clear_faults()
        yield control


class Stack:
    """The whole product, running as `python -m bot run` in a folder of its own."""

    def __init__(self, folder: Path, video_size: int = 512) -> None:
        self.folder, self.port, self.playground_port = folder, free_port(), free_port()
        self.video_size = video_size
        self.process: asyncio.subprocess.Process | None = None
        self.output = ""

    @property
    def web(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def playground(self) -> str:
        return f"http://127.0.0.1:{self.playground_port}"

    @property
    def environment(self) -> dict[str, str]:
        clean = {name: value for name, value in os.environ.items() if name not in ("BOT_TOKEN", "DATABASE_URL")}
        return {
            **clean,
            "DATA_DIR": str(self.folder),
            "PORT": str(self.port),
            "PLAYGROUND_PORT": str(self.playground_port),
            "VIDEO_SIZE": str(self.video_size),
            "SAMPLE_LANGUAGES": "none",
        }

    async def start(self) -> None:
        self.output = ""
        self.process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "bot",
            "run",
            env=self.environment,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
            start_new_session=True,
        )
        assert self.process.stdout is not None
        async with asyncio.timeout(240):
            while "is ready" not in self.output:
                line = await self.process.stdout.readline()
                if not line:
                    raise AssertionError(f"the product did not start:\n{self.output}\n{self.logs()}")
                self.output += line.decode()
        self._drain = asyncio.create_task(self._read_on())

    async def _read_on(self) -> None:
        assert self.process is not None and self.process.stdout is not None
        async for line in self.process.stdout:
            self.output += line.decode()

    @property
    def addresses(self) -> dict[str, str]:
        """Where the embedded servers of the running product are."""
        return dict(json.loads((self.folder / ADDRESSES).read_text()))

    def logs(self) -> str:
        files = sorted((self.folder / "logs").glob("*.log"))
        return "\n".join(f"--- {file.name}\n{file.read_text(errors='replace')[-2000:]}" for file in files)

    def pids(self, words: str) -> list[int]:
        """Process ids that log into this stack's folder and whose command line holds `words`."""
        found = []
        for entry in Path("/proc").iterdir():
            if not entry.name.isdigit():
                continue
            try:
                command = (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode()
                output = str((entry / "fd" / "2").readlink())
            except OSError:
                continue
            if words in command and output.startswith(str(self.folder)):
                found.append(int(entry.name))
        return found

    async def stop(self) -> int:
        assert self.process is not None
        if self.process.returncode is None:
            self.process.send_signal(signal.SIGINT)
        code = await asyncio.wait_for(self.process.wait(), 60)
        await asyncio.gather(self._drain, return_exceptions=True)
        return code


@pytest_asyncio.fixture(scope="session")
async def stack(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Stack]:
    """The whole product running once for the session; tests use people of their own."""
    running = Stack(tmp_path_factory.mktemp("stack"))
    await running.start()
    yield running
    await running.stop()


@pytest_asyncio.fixture
async def control(stack: Stack) -> AsyncIterator[Control]:
    """The control API of the running product's playground, without faults left over."""
    async with Control(stack.playground) as control:
        await control.clear_faults()
        yield control


@pytest_asyncio.fixture
async def http() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session
