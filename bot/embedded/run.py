"""`python -m bot run`: everything a newcomer needs, started in order, watched, and stopped together.

Whatever has an address in the environment is left alone; the rest is served from wheels. Each of our own parts is a
process of its own, as in production. A start is judged by its seconds: what is slow to import is imported only when
the servers are already on their way.
"""

import asyncio
import contextlib
import fcntl
import gc
import json
import logging
import os
import shutil
import signal
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from redis.asyncio import Redis
from redis.exceptions import RedisError

from bot.embedded.death import die_with_parent
from bot.embedded.forks import Launch, fork_part
from bot.embedded.keys import load_keys
from bot.embedded.objects import objects_program
from bot.embedded.ports import choose_ports, is_free
from bot.embedded.postgres import clear_stale, init_cluster, postgres_program, postgres_url
from bot.embedded.processes import Child, Program, StartError, port_answers
from bot.embedded.redis import redis_program
from bot.settings import ADDRESSES, Settings
from bot.work import WORKER_CLASSES

log = logging.getLogger("stario.run")
_FREE_BYTES = 500 * 2**20
_ADDRESS_NAMES = ("database_url", "redis_url", "s3_endpoint", "s3_access_key", "s3_secret_key", "master_key")


@dataclass(frozen=True)
class Upper:
    """What lies above this room and only `bot.__main__` may reach for.

    Our own parts are forks that go on with `launch(words)`; `preload` imports "store" or "parts"; `fill_store` brings
    schema and catalogue up to date and says whether sample greetings are missing.
    """

    launch: Launch
    preload: Callable[[str], None]
    fill_store: Callable[[Settings], Awaitable[bool]]


def run_everything(settings: Settings, upper: Upper) -> int:
    """Runs until Ctrl-C; the exit status."""
    # Whoever started us may be killed; then nobody could stop us any more, so we stop ourselves.
    die_with_parent(signal.SIGTERM)
    try:
        settings.data_dir.mkdir(parents=True, exist_ok=True)
        with _only_one(settings):
            asyncio.run(_run(House(settings, upper)))
    except StartError as error:
        print(f"\n✗ {error}", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"\n✗ {error}\n  (data are kept in {settings.data_dir.resolve()})", file=sys.stderr)
        return 1
    return 0


@contextmanager
def _only_one(settings: Settings) -> Iterator[None]:
    path = settings.data_dir / "run.lock"
    with path.open("a+") as lock:
        for patience in range(50):  # one that is just stopping gets a moment
            with contextlib.suppress(BlockingIOError):
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            if patience == 0:
                print("waiting for the one that runs in this folder to stop …")
            time.sleep(0.1)
        else:
            lock.seek(0)
            raise StartError(f"Stario already runs in this folder (process {lock.read().strip()}): stop it first")
        lock.truncate(0)
        lock.write(str(os.getpid()))
        lock.flush()
        yield


async def _run(house: "House") -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        loop.add_signal_handler(number, stop.set)
    starting = asyncio.create_task(house.start())
    stopping = asyncio.create_task(stop.wait())
    try:
        await asyncio.wait({starting, stopping}, return_when=asyncio.FIRST_COMPLETED)
        if starting.done():
            await starting
            await stop.wait()
        print("\nstopping …", flush=True)
    finally:
        starting.cancel()
        await asyncio.gather(starting, return_exceptions=True)
        await house.stop()


class House:
    """All parts of one running Stario, in the order they were started."""

    def __init__(self, settings: Settings, upper: Upper) -> None:
        self.settings, self._upper = settings, upper
        self.children: list[Child] = []
        self._logs = settings.data_dir / "logs"
        self._began = time.monotonic()

    async def start(self) -> None:
        """Returns when everything answers. Raises StartError."""
        self._check_machine()
        self._logs.mkdir(exist_ok=True)
        # While servers boot, a thread imports what the schema and the catalogue need; while those are looked after,
        # what our parts need. Two threads never import at once: one of them could meet a module that is half there.
        importing = asyncio.create_task(asyncio.to_thread(self._upper.preload, "store"))
        async with _step("servers"):
            await self._start_servers()
        async with _step("schema and catalogue"):
            await importing
            importing = asyncio.create_task(asyncio.to_thread(self._upper.preload, "parts"))
            self._write_addresses()
            needs_samples = await self._upper.fill_store(self.settings)
            await importing
        gc.collect()
        gc.freeze()  # a forked collector would copy every page that it looks at
        async with _step("web, workers" + (", playground" if self.settings.playground else "")):
            await self._start_all([Child(program, self._logs) for program in self._own_programs()])
            await self._wait_healthy()
        if needs_samples and self.settings.sample_languages:
            await self._render_samples()
        self._announce()

    def _check_machine(self) -> None:
        settings = self.settings
        ports = {"PORT": settings.port, "PLAYGROUND_PORT": settings.playground_port}
        if not settings.playground:
            del ports["PLAYGROUND_PORT"]
        for name, port in ports.items():
            if not is_free(port, settings.host if name == "PORT" else "127.0.0.1"):
                raise StartError(f"port {port} is taken by another program: stop it, or choose another with {name}=…")
        free = shutil.disk_usage(settings.data_dir).free
        if free < _FREE_BYTES:
            raise StartError(
                f"only {free // 2**20} MB are free where {settings.data_dir.resolve()} lies; 500 are needed"
            )

    async def _start_servers(self) -> None:
        settings, data = self.settings, self.settings.data_dir
        keys, ports = load_keys(data), choose_ports(data, ("postgres", "redis", "objects"))
        programs: list[Program] = []
        if not settings.database_url.get_secret_value():
            folder = data / "postgres"
            await clear_stale(folder)
            await asyncio.to_thread(init_cluster, folder, keys["postgres_password"])
            programs.append(postgres_program(folder, ports["postgres"], keys["postgres_password"]))
            self._set(database_url=postgres_url(ports["postgres"], keys["postgres_password"]))
        if not settings.redis_url.get_secret_value():
            programs.append(redis_program(data / "redis", ports["redis"]))
            self._set(redis_url=f"redis://127.0.0.1:{ports['redis']}/0")
        if not settings.s3_endpoint:
            access, secret = keys["s3_access_key"], keys["s3_secret_key"]
            origins = [settings.base_url, f"http://localhost:{settings.port}", settings.playground_url]
            programs.append(objects_program(data / "objects", ports["objects"], access, secret, origins))
            self._set(s3_endpoint=f"http://127.0.0.1:{ports['objects']}", s3_access_key=access, s3_secret_key=secret)
        if not settings.master_key.get_secret_value():
            self._set(master_key=keys["master_key"])
        await self._start_all([Child(program, self._logs) for program in programs])

    def _write_addresses(self) -> None:
        """Other commands (`python -m bot prepare`) find the embedded servers by this file while we run."""
        path = self.settings.data_dir / ADDRESSES
        path.touch(mode=0o600)
        path.write_text(
            json.dumps({name: os.environ[name.upper()] for name in _ADDRESS_NAMES if name.upper() in os.environ})
        )

    def _set(self, **values: str) -> None:
        # Children read the same settings from their environment that we worked out here.
        for name, value in values.items():
            os.environ[name.upper()] = value
        self.settings = Settings()

    def _own_programs(self) -> list[Program]:
        settings = self.settings
        programs = [self._worker_program(name) for name in WORKER_CLASSES]
        programs.append(
            Program("web", ["web"], lambda: port_answers(settings.port, settings.host), launch=self._upper.launch)
        )
        if settings.playground:
            port = settings.playground_port
            programs.insert(
                0, Program("playground", ["playground"], lambda: port_answers(port), launch=self._upper.launch)
            )
        return programs

    async def _start_all(self, children: list[Child]) -> None:
        self.children.extend(children)
        await asyncio.gather(*(child.start() for child in children))

    async def _wait_healthy(self) -> None:
        import aiohttp

        url, answer = f"http://{self.settings.host}:{self.settings.port}/healthz", ""
        async with aiohttp.ClientSession() as http:
            for _ in range(600):
                async with http.get(url) as response:
                    answer = await response.text()
                    if response.status == 200:
                        return
                await asyncio.sleep(0.1)
        raise StartError(f"not every part answers:\n{answer}")

    async def _render_samples(self) -> None:
        words, log_path = ["prepare", *self.settings.sample_languages], self._logs / "prepare.log"
        process = fork_part(self._upper.launch, words, log_path, signal.SIGKILL)
        async with _step("a sample greeting of each artist (first start only)"):
            try:
                code = await process.wait()
            except asyncio.CancelledError:
                process.kill()
                await process.wait()
                raise
        if code != 0:
            raise StartError(f"the sample greetings could not be rendered; {log_path} says why")

    def _announce(self) -> None:
        settings = self.settings
        seconds = time.monotonic() - self._began
        lines = [f"\nStario is ready ({seconds:.1f} s). Ctrl-C stops everything."]
        if settings.playground:
            lines.append(f"  chat and people   {settings.playground_url}/")
        if not settings.staff_chat:
            lines.append("  ! STAFF_CHAT_ID is not set: doubtful words would wait with nobody to read them")
        lines.append(f"  site              {settings.base_url}/")
        lines.append(f"  Mini App          {settings.base_url}/app/")
        lines.append(f"  REST              {settings.base_url}/api/docs")
        lines.append(f"  health            {settings.base_url}/healthz")
        lines.append(f"  logs              {self._logs}/")
        print("\n".join(lines), flush=True)

    def _worker_program(self, name: str) -> Program:
        key, url = WORKER_CLASSES[name].health_key, self.settings.redis_url.get_secret_value()

        async def probe() -> bool:
            client = Redis.from_url(url)
            try:
                return bool(await client.exists(key))
            except RedisError:
                return False
            finally:
                await client.aclose()

        return Program(f"worker:{name}", ["worker", name], probe, launch=self._upper.launch)

    async def stop(self) -> None:
        """Our own parts first, servers last, so that nobody writes into a closed door."""
        own: list[Child] = []
        servers: list[Child] = []
        for child in self.children:
            (servers if child.program.name in ("postgres", "redis", "objects") else own).append(child)
        await asyncio.gather(*(child.stop() for child in own))
        await asyncio.gather(*(child.stop() for child in servers))
        (self.settings.data_dir / ADDRESSES).unlink(missing_ok=True)


@contextlib.asynccontextmanager
async def _step(name: str) -> AsyncIterator[None]:
    print(f"  … {name}", end="\r", flush=True)
    started = time.monotonic()
    yield
    print(f"  ✓ {name} ({time.monotonic() - started:.1f} s)", flush=True)
