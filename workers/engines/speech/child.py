"""One GPL speech engine in a process of its own: `python -m workers.engines.speech.child ENGINE`.

ENGINE is piper, rhvoice or espeak. Frames come on stdin, answers go to stdout; the process ends when
stdin closes or its parent dies.
"""

import importlib
import os
import queue
import signal
import sys
import threading
from typing import IO, Any, Protocol

from bot.embedded.death import die_with_parent
from workers.engines.speech.frames import read_frame, write_frame

ENGINES = {"piper": "piper_engine", "rhvoice": "rhvoice_engine", "espeak": "espeak_engine"}


class Speaker(Protocol):
    """What an engine's module must offer once its `load_engine(options)` returned."""

    def describe(self) -> dict[str, Any]: ...

    def say(self, request: dict[str, Any]) -> tuple[dict[str, Any], bytes]: ...


def take_pipes() -> tuple[IO[bytes], IO[bytes]]:
    """Our two pipes; whatever a library prints goes to stderr and cannot spoil a frame."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return sys.stdin.buffer, answers


def queue_requests(pipe: IO[bytes]) -> "queue.Queue[dict[str, Any]]":
    """Reads requests in a thread, so that a closed pipe ends us even in the middle of a hung call."""
    requests: queue.Queue[dict[str, Any]] = queue.Queue()

    def listen() -> None:
        try:
            while True:
                requests.put(read_frame(pipe)[0])
        except (EOFError, ValueError, OSError):
            os._exit(0)

    threading.Thread(target=listen, daemon=True).start()
    return requests


def answer_requests(engine: Speaker, requests: "queue.Queue[dict[str, Any]]", answers: IO[bytes]) -> None:
    """Serves until the process ends. A failure of the engine is an answer, not the end."""
    while True:
        try:
            head, pcm = engine.say(requests.get())
        except Exception as error:  # whatever a library raises has to reach the caller in words
            head, pcm = {"error": f"{type(error).__name__}: {error}"}, b""
        write_frame(answers, head, pcm)


def main(name: str) -> None:
    die_with_parent(signal.SIGKILL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is our parent's to act on; it closes the pipe
    pipe, answers = take_pipes()
    requests = queue_requests(pipe)
    try:
        module = importlib.import_module(f"workers.engines.speech.{ENGINES[name]}")
        engine: Speaker = module.load_engine(requests.get())
        hello = engine.describe()
    except Exception as error:  # as above: the caller turns it into an EngineError
        write_frame(answers, {"error": f"{type(error).__name__}: {error}"})
        return
    write_frame(answers, hello)
    answer_requests(engine, requests, answers)


if __name__ == "__main__":
    main(sys.argv[1])
