"""Our own parts as forks of the supervisor: what all of them import is imported once, and its memory is shared.

Five Python processes that each import aiogram, Tortoise and boto take longer to start than a person likes to wait. A
fork starts where the supervisor stands, and becomes what `python -m bot WORDS` would be, with that for its title.
"""

import asyncio
import contextlib
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from setproctitle import setproctitle

from bot.embedded.death import die_with_parent
from bot.settings import load_settings

Launch = Callable[[list[str]], int]


class Forked:
    """One fork, in the manner of `asyncio.subprocess.Process`."""

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self.returncode: int | None = None
        self._ended = asyncio.get_running_loop().create_future()
        self._handle = os.pidfd_open(pid)
        asyncio.get_running_loop().add_reader(self._handle, self._reap)

    def _reap(self) -> None:
        asyncio.get_running_loop().remove_reader(self._handle)
        os.close(self._handle)
        _, status = os.waitpid(self.pid, 0)
        self.returncode = os.waitstatus_to_exitcode(status)
        self._ended.set_result(None)

    async def wait(self) -> int:
        """The exit status, negative for a signal."""
        await asyncio.shield(self._ended)
        assert self.returncode is not None
        return self.returncode

    def send_signal(self, number: int) -> None:
        if self.returncode is None:
            os.kill(self.pid, number)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)


def fork_part(launch: Launch, words: list[str], log_path: Path, death_signal: int) -> Forked:
    """Forks `python -m bot WORDS`, writing to `log_path` and dying with us."""
    parent = os.getpid()
    sys.stdout.flush()
    sys.stderr.flush()
    pid = os.fork()
    if pid:
        return Forked(pid)
    status = 1
    try:
        _leave_parent(log_path, death_signal, parent)
        setproctitle(f"{Path(sys.executable).name} -m bot {' '.join(words)}")
        status = launch(words)
    finally:
        with contextlib.suppress(OSError):
            sys.stderr.flush()
        os._exit(status)  # never back into the supervisor's loop


def _leave_parent(log_path: Path, death_signal: int, parent: int) -> None:
    os.setsid()
    die_with_parent(death_signal)
    if os.getppid() != parent:
        os._exit(1)
    signal.set_wakeup_fd(-1)
    for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGCHLD):
        signal.signal(number, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    # The supervisor's loop, its sockets and its epoll are its own.
    os.closerange(3, _highest_descriptor() + 1)
    output = os.open(log_path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644)
    os.dup2(output, 1)
    os.dup2(output, 2)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    asyncio.set_event_loop(None)
    load_settings.cache_clear()


def _highest_descriptor() -> int:
    return max(int(name) for name in os.listdir("/proc/self/fd"))  # noqa: PTH208
