"""Child processes that never outlive us: started, probed, restarted when they die, stopped in order."""

import asyncio
import contextlib
import logging
import os
import signal
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path

from bot.embedded.death import die_with_parent
from bot.embedded.forks import Forked, Launch, fork_part

log = logging.getLogger("stario.run")
Probe = Callable[[], Awaitable[bool]]


class StartError(RuntimeError):
    """A part did not come up; the message says which, why and what to do."""


@dataclass
class Program:
    """What to run: a command, or `launch(argv)` in a fork of ours. `probe` says when it answers."""

    name: str
    argv: list[str]
    probe: Probe
    launch: Launch | None = None
    env: dict[str, str] = field(default_factory=dict)
    stop_signal: signal.Signals = signal.SIGTERM
    death_signal: signal.Signals = signal.SIGKILL
    ready_seconds: float = 180.0
    stop_seconds: float = 15.0


class Child:
    """One running program, restarted with growing pauses until it is stopped."""

    def __init__(self, program: Program, log_dir: Path) -> None:
        self.program = program
        self.log_path = log_dir / f"{program.name.replace(':', '-')}.log"
        self.restarts = 0
        self._process: asyncio.subprocess.Process | Forked | None = None
        self._stopping = False
        self._watcher: asyncio.Task[None] | None = None

    @property
    def pid(self) -> int | None:
        return self._process.pid if self._process else None

    async def start(self) -> None:
        """Returns when the probe succeeds. Raises StartError with the end of the log."""
        await self._spawn()
        await self._wait_ready()
        self._watcher = asyncio.create_task(self._watch())

    async def _spawn(self) -> None:
        parent, program = os.getpid(), self.program
        if program.launch is not None:
            self._process = fork_part(program.launch, program.argv, self.log_path, program.death_signal)
            return

        def bind_to_parent() -> None:
            os.setsid()  # a Ctrl-C in the terminal is for the supervisor alone, which stops children in order
            die_with_parent(program.death_signal)
            if os.getppid() != parent:
                os._exit(1)

        with self.log_path.open("ab") as output:
            self._process = await asyncio.create_subprocess_exec(
                *program.argv,
                env={**os.environ, **program.env},
                stdin=asyncio.subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                preexec_fn=bind_to_parent,
            )

    async def _wait_ready(self) -> None:
        assert self._process is not None
        deadline = time.monotonic() + self.program.ready_seconds
        while time.monotonic() < deadline:
            if self._process.returncode is not None:
                raise StartError(
                    f"{self.program.name} ended at once (exit {self._process.returncode}):\n{self.log_tail()}"
                )
            if await self._probe():
                return
            await asyncio.sleep(0.03)
        raise StartError(
            f"{self.program.name} did not answer in {self.program.ready_seconds:.0f} s:\n{self.log_tail()}"
        )

    async def _probe(self) -> bool:
        try:
            return await asyncio.wait_for(self.program.probe(), 2)
        except (OSError, TimeoutError):
            return False

    async def _watch(self) -> None:
        while True:
            assert self._process is not None
            started = time.monotonic()
            code = await self._process.wait()
            if self._stopping:
                return
            self.restarts += 1
            pause = 0.1 if time.monotonic() - started > 10 else min(5.0, 0.2 * 2 ** min(self.restarts, 5))
            log.warning("%s ended (exit %s); starting it again", self.program.name, code)
            await asyncio.sleep(pause)
            await self._spawn()

    def log_tail(self, lines: int = 15) -> str:
        if not self.log_path.exists():
            return "(no log)"
        return "\n".join(self.log_path.read_text(errors="replace").splitlines()[-lines:])

    async def stop(self) -> None:
        self._stopping = True
        process = self._process
        if process is not None and process.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                process.send_signal(self.program.stop_signal)
            try:
                await asyncio.wait_for(process.wait(), self.program.stop_seconds)
            except TimeoutError:
                log.warning("%s did not stop in time; killing it", self.program.name)
                with contextlib.suppress(ProcessLookupError):
                    process.kill()
                await process.wait()
        if self._watcher is not None:
            self._watcher.cancel()
            await asyncio.gather(self._watcher, return_exceptions=True)


async def port_answers(port: int, host: str = "127.0.0.1") -> bool:
    """True when something accepts a connection there."""
    _, writer = await asyncio.open_connection(host, port)
    writer.close()
    return True
