"""An engine's own process: it ends with us, and its crash or silence costs one call."""

import os
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from workers.engines.contracts import EngineError
from workers.engines.speech.process import EngineProcess

REQUEST = {"text": "hello", "language": "en"}


@pytest.fixture
def espeak() -> Iterator[EngineProcess]:
    process = EngineProcess("espeak", {})
    yield process
    process.close()


def wait_gone(pid: int, seconds: float = 10) -> bool:
    """True when the process ends in time."""
    try:
        handle = os.pidfd_open(pid)
    except OSError:  # gone, or just being reaped, which some kernels call invalid
        return True
    with os.fdopen(handle) as file:
        return bool(select.select([file], [], [], seconds)[0])


def test_calls_from_many_threads_get_their_own_answers(espeak: EngineProcess) -> None:
    texts = ["a", "hello there", "one two three four five"] * 3
    with ThreadPoolExecutor(6) as threads:
        sizes = list(threads.map(lambda t: len(espeak.call(REQUEST | {"text": t})[1]), texts))
    assert sizes == pytest.approx(sizes[:3] * 3, rel=0.02) and sizes[0] < sizes[1] < sizes[2]


def test_it_outlives_the_thread_that_started_it(espeak: EngineProcess) -> None:
    with ThreadPoolExecutor(1) as threads:
        threads.submit(espeak.warm).result()
    pid = espeak.pid
    espeak.call(REQUEST)
    assert espeak.pid == pid is not None


def test_a_killed_child_is_started_again(espeak: EngineProcess) -> None:
    espeak.warm()
    assert espeak.pid is not None
    os.kill(espeak.pid, signal.SIGKILL)
    wait_gone(espeak.pid or 0)
    assert espeak.call(REQUEST)[1]
    assert espeak.restarts == 1


def test_a_hung_child_is_stopped_and_the_next_call_works(espeak: EngineProcess) -> None:
    espeak.warm()
    assert espeak.pid is not None
    os.kill(espeak.pid, signal.SIGSTOP)
    with pytest.raises(EngineError, match="no answer"):
        espeak.call(REQUEST, seconds=0.5)
    assert espeak.call(REQUEST)[1]


def test_a_failure_of_the_library_is_an_answer(espeak: EngineProcess) -> None:
    with pytest.raises(EngineError, match="klingon"):
        espeak.call(REQUEST | {"language": "klingon"})
    assert espeak.restarts == 0 and espeak.call(REQUEST)[1]


def test_an_engine_that_cannot_load_says_why() -> None:
    process = EngineProcess("rhvoice", {"library": "/nowhere/libRHVoice.so.5", "config": "/", "resources": []})
    with pytest.raises(EngineError, match=r"cannot load.*libRHVoice"):
        process.warm()
    process.close()


def test_close_leaves_no_process(espeak: EngineProcess) -> None:
    espeak.warm()
    pid = espeak.pid
    espeak.close()
    assert pid is not None and wait_gone(pid)
    with pytest.raises(EngineError, match="closed"):
        espeak.call(REQUEST)


def test_a_killed_parent_leaves_no_child() -> None:
    code = (
        "from workers.engines.speech.process import EngineProcess\n"
        "p = EngineProcess('espeak', {}); p.warm(); print(p.pid, flush=True); input()"
    )
    parent = subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert parent.stdout and parent.stdin
    child = int(parent.stdout.readline())
    parent.kill()
    parent.wait()
    assert wait_gone(child)
    parent.stdin.close()
    parent.stdout.close()
