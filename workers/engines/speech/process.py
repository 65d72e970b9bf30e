"""A long-lived engine process seen from our side: started when needed, timed, restarted after a crash."""

import contextlib
import logging
import os
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as CallTimeout
from pathlib import Path
from typing import Any

from workers.engines.contracts import EngineError
from workers.engines.speech.frames import read_frame, write_frame

log = logging.getLogger(__name__)
PROJECT = Path(__file__).resolve().parents[3]
START_SECONDS = 60.0
CALL_SECONDS = 20.0


class EngineProcess:
    """One child speaking for one engine. Calls queue up; safe from any thread.

    All work on the child is done by one thread that lives as long as this object: Linux ends a child when the
    *thread* that started it ends, and a caller's thread may be short-lived.
    """

    def __init__(self, name: str, options: dict[str, Any], env: dict[str, str] | None = None) -> None:
        self.name = name
        self.about: dict[str, Any] = {}
        self.restarts = 0
        self._options = options
        self._env = env or {}
        self._child: subprocess.Popen[bytes] | None = None
        self._thread = ThreadPoolExecutor(1, thread_name_prefix=f"speech-{name}")
        self._turn = threading.Lock()
        self._closed = False

    @property
    def pid(self) -> int | None:
        """The child's process id while it runs."""
        child = self._child
        return child.pid if child and child.poll() is None else None

    def warm(self, seconds: float = START_SECONDS) -> dict[str, Any]:
        """Starts the child unless it runs; what the engine says of itself. Raises EngineError."""
        with self._turn:
            self._start(seconds)
            return self.about

    def call(self, request: dict[str, Any], seconds: float = CALL_SECONDS) -> tuple[dict[str, Any], bytes]:
        """One request, its answer and PCM. Raises EngineError when it failed, hung or crashed."""
        with self._turn:
            self._start(START_SECONDS)
            head, body = self._timed(self._exchange, seconds, request)
        if "error" in head:
            raise EngineError(f"{self.name} could not speak this: {head['error']}")
        return head, body

    def close(self) -> None:
        self._closed = True
        self._stop()
        self._thread.shutdown(wait=True)

    def _start(self, seconds: float) -> None:
        if self._closed:
            raise EngineError(f"the {self.name} engine is closed")
        if self.pid is not None:
            return
        if self._child is not None:
            self.restarts += 1
            log.warning("speech engine %s ended with %s; starting it again", self.name, self._child.poll())
        self.about, _ = self._timed(self._launch, seconds)
        if "error" in self.about:
            self._stop()
            raise EngineError(f"speech engine {self.name} cannot load: {self.about['error']}")

    def _launch(self) -> tuple[dict[str, Any], bytes]:
        # The child finds our code wherever it is started from.
        env = {**os.environ, **self._env, "PYTHONPATH": str(PROJECT)}
        self._child = subprocess.Popen(
            [sys.executable, "-m", "workers.engines.speech.child", self.name],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=env,
        )
        return self._exchange(self._options)

    def _exchange(self, request: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
        child = self._child
        assert child is not None and child.stdin and child.stdout
        write_frame(child.stdin, request)
        return read_frame(child.stdout)

    def _timed(self, work: Any, seconds: float, *args: Any) -> tuple[dict[str, Any], bytes]:
        future = self._thread.submit(work, *args)
        try:
            answer: tuple[dict[str, Any], bytes] = future.result(seconds)
            return answer
        except CallTimeout:
            self._stop()
            raise EngineError(f"speech engine {self.name} gave no answer in {seconds:g} s; it was stopped") from None
        except (EOFError, OSError, ValueError) as error:
            self._stop()
            raise EngineError(f"speech engine {self.name} crashed: {error}") from error

    def _stop(self) -> None:
        child = self._child
        if child is None:
            return
        child.kill()
        child.wait()
        for pipe in (child.stdin, child.stdout):
            if pipe:
                with contextlib.suppress(OSError):  # half a request may still lie in the buffer
                    pipe.close()
