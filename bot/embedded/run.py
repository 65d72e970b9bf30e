"""`python -m bot run`: everything a newcomer needs, started in order, watched, and stopped together.

Whatever has an address in the environment is left alone; the rest is served from wheels. Each of our own parts is a
process of its own, as in production.
"""

import asyncio
import contextlib
import fcntl
import logging
import os
import shutil
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from redis.asyncio import Redis
from redis.exceptions import RedisError

from bot.adapters.queue import WORKER_CLASSES
from bot.demo.seed import seed_demo
from bot.embedded.keys import load_keys
from bot.embedded.objects import objects_program
from bot.embedded.ports import choose_ports, is_free
from bot.embedded.postgres import clear_stale, init_cluster, postgres_program, postgres_url
from bot.embedded.processes import Child, Program, StartError, die_with_parent, port_answers
from bot.embedded.redis import redis_program
from bot.settings import Settings
from db.connection import migrate_database

log = logging.getLogger("stario.run")
_FREE_BYTES = 500 * 2**20
_SECRETS = (
    "bot_token",
    "database_url",
    "redis_url",
    "s3_access_key",
    "s3_secret_key",
    "master_key",
    "webhook_secret",
)


def run_everything(settings: Settings) -> int:
    """Runs until Ctrl-C; the exit status."""
    # Whoever started us may be killed; then nobody could stop us any more, so we stop ourselves.
    die_with_parent(signal.SIGTERM)
    try:
        settings.data_dir.mkdir(parents=True, exist_ok=True)
        with _only_one(settings):
            asyncio.run(_run(settings))
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
            raise StartError(
                f"Stario already runs in this folder (process {lock.read().strip()}): stop it first"
            )
        lock.truncate(0)
        lock.write(str(os.getpid()))
        lock.flush()
        yield


async def _run(settings: Settings) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        loop.add_signal_handler(number, stop.set)
    house = House(settings)
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

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.children: list[Child] = []
        self._logs = settings.data_dir / "logs"
        self._began = time.monotonic()

    async def start(self) -> None:
        """Returns when everything answers. Raises StartError."""
        self._check_machine()
        self._logs.mkdir(exist_ok=True)
        async with _step("servers"):
            await self._start_servers()
        async with _step("schema and catalogue"):
            await migrate_database(self.settings.database_url.get_secret_value())
            needs_samples = await seed_demo(self.settings)
        parts = [Child(program, self._logs) for program in self._own_programs()]
        async with _step("web, workers" + (", playground" if self.settings.playground else "")):
            await self._start_all(parts)
        if needs_samples and self.settings.sample_languages:
            await self._run_once("prepare", *self.settings.sample_languages)
        self._announce()

    def _check_machine(self) -> None:
        settings = self.settings
        ports = {"PORT": settings.port, "PLAYGROUND_PORT": settings.playground_port}
        if not settings.playground:
            del ports["PLAYGROUND_PORT"]
        for name, port in ports.items():
            if not is_free(port, settings.host if name == "PORT" else "127.0.0.1"):
                raise StartError(
                    f"port {port} is taken by another program: stop it, or choose another with {name}=…"
                )
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
            self._set(
                s3_endpoint=f"http://127.0.0.1:{ports['objects']}", s3_access_key=access, s3_secret_key=secret
            )
        if not settings.master_key.get_secret_value():
            self._set(master_key=keys["master_key"])
        await self._start_all([Child(program, self._logs) for program in programs])

    def _set(self, **values: str) -> None:
        # Children read the same settings from their environment that we worked out here.
        for name, value in values.items():
            os.environ[name.upper()] = value
        self.settings = Settings()

    def _own_programs(self) -> list[Program]:
        settings = self.settings
        programs = [_worker_program(name, settings) for name in WORKER_CLASSES]
        programs.append(Program("web", _command("web"), lambda: port_answers(settings.port, settings.host)))
        if settings.playground:
            port = settings.playground_port
            programs.insert(0, Program("playground", _command("playground"), lambda: port_answers(port)))
        return programs

    async def _start_all(self, children: list[Child]) -> None:
        self.children.extend(children)
        await asyncio.gather(*(child.start() for child in children))

    async def _run_once(self, *words: str) -> None:
        process = await asyncio.create_subprocess_exec(*_command(*words), preexec_fn=_bind_to_us(os.getpid()))
        try:
            code = await process.wait()
        except asyncio.CancelledError:
            process.terminate()
            await process.wait()
            raise
        if code != 0:
            raise StartError(f"`{' '.join(words)}` failed; its message stands above")

    def _announce(self) -> None:
        settings = self.settings
        seconds = time.monotonic() - self._began
        lines = [f"\nStario is ready ({seconds:.1f} s). Ctrl-C stops everything."]
        if settings.playground:
            lines.append(f"  chat and people   {settings.playground_url}/")
        lines.append(f"  site              {settings.base_url}/")
        lines.append(f"  Mini App          {settings.base_url}/app/")
        lines.append(f"  REST              {settings.base_url}/api/docs")
        lines.append(f"  health            {settings.base_url}/healthz")
        lines.append(f"  logs              {self._logs}/")
        print("\n".join(lines), flush=True)

    async def stop(self) -> None:
        """Our own parts first, servers last, so that nobody writes into a closed door."""
        own: list[Child] = []
        servers: list[Child] = []
        for child in self.children:
            (servers if child.program.name in ("postgres", "redis", "objects") else own).append(child)
        await asyncio.gather(*(child.stop() for child in own))
        await asyncio.gather(*(child.stop() for child in servers))


def _command(*words: str) -> list[str]:
    return [sys.executable, "-m", "bot", *words]


def _bind_to_us(parent: int) -> Callable[[], None]:
    def bind() -> None:
        os.setsid()
        die_with_parent(signal.SIGKILL)
        if os.getppid() != parent:
            os._exit(1)

    return bind


def _worker_program(name: str, settings: Settings) -> Program:
    key = WORKER_CLASSES[name].health_key

    async def probe() -> bool:
        client = Redis.from_url(settings.redis_url.get_secret_value())
        try:
            return bool(await client.exists(key))
        except RedisError:
            return False
        finally:
            await client.aclose()

    return Program(f"worker:{name}", _command("worker", name), probe)


@contextlib.asynccontextmanager
async def _step(name: str):  # type: ignore[no-untyped-def]
    print(f"  … {name}", end="\r", flush=True)
    started = time.monotonic()
    yield
    print(f"  ✓ {name} ({time.monotonic() - started:.1f} s)", flush=True)
