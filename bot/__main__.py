"""`python -m bot …`: the one file that looks upward and starts each part."""

import argparse
import asyncio
import importlib
import logging
import signal
import sys
from collections.abc import Coroutine
from typing import Any

from pydantic import ValidationError

from bot.i18n import LANGUAGES
from bot.logs import set_up_logs
from bot.merchants import COMPARED, find_gaps
from bot.settings import Settings, find_servers, load_settings
from bot.work import WORKER_CLASSES

# What parts of a running house have in common and what is slow to import; forks find it there.
_SHARED = {
    "store": ("db.connection", "bot.demo.seed", "tortoise.backends.asyncpg"),
    "parts": (
        "webapp.main",
        "workers.main",
        "workers.making.make_video",
        "workers.making.say_name",
        "workers.engines.speech.cast",
        "workers.engines.animators",
        "workers.classes.delivery",
        "workers.classes.face",
        "workers.classes.design",
        "webapp.playground.app",
    ),
}


def main(words: list[str] | None = None) -> int:
    """Runs one command; the exit status."""
    arguments = _parser().parse_args(words)
    try:
        settings = load_settings()
        if arguments.start is not _run:
            settings = find_servers(settings)
    except ValidationError as error:
        print(_explain(error), file=sys.stderr)
        return 2
    gaps = find_gaps(settings)
    if gaps:
        print("The configuration has faults:\n  " + "\n  ".join(gaps), file=sys.stderr)
        return 2
    set_up_logs(settings)
    return int(arguments.start(settings, arguments) or 0)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bot", description="Stario: greetings from the stars you love.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def add(name: str, start: Any, help: str) -> argparse.ArgumentParser:
        command = commands.add_parser(name, help=help, description=help)
        command.set_defaults(start=start)
        return command

    add("run", _run, "everything on this machine: servers from wheels, playground, web, workers")
    add("web", _web, "the web process: Mini App, REST, webhook or polling")
    worker = add("worker", _worker, "one worker process")
    worker.add_argument("name", choices=sorted(WORKER_CLASSES), help="class of work")
    add("playground", _playground, "stand-ins for Telegram, the payment providers and the lockers, in the browser")
    add("migrate", _migrate, "bring the database schema up to date")
    add("seed", _seed, "add the demo artists, goods and quizzes that are missing")
    prepare = add("prepare", _prepare, "prepare faces and render the sample greetings that are missing")
    prepare.add_argument(
        "languages",
        nargs="*",
        choices=[*LANGUAGES, []],
        metavar="LANGUAGE",
        help=f"languages of the samples: {', '.join(LANGUAGES)} (all)",
    )
    compare = add("reconcile", _reconcile, "hold our books against a payment provider's, now")
    names = f"{', '.join(COMPARED[:-1])} or {COMPARED[-1]}"
    compare.add_argument("provider", choices=COMPARED, metavar="PROVIDER", help=names)
    compare.add_argument("--hours", type=int, default=26, help="how far back (26)")
    kept = add("export", _export, "print what is kept of a person, as JSON")
    kept.add_argument("telegram_id", type=int, metavar="TELEGRAM_ID", help="of their Telegram account")
    add("check", _check, "say which engines and servers the configuration reaches")
    return parser


def _explain(error: ValidationError) -> str:
    lines = [f"  {'.'.join(map(str, item['loc'])).upper()}: {item['msg']}" for item in error.errors()]
    return "The configuration has faults:\n" + "\n".join(lines)


def _run(settings: Settings, _: argparse.Namespace) -> int:
    from bot.embedded.run import Upper, run_everything

    return run_everything(settings, Upper(main, _preload, _fill_store))


def _preload(what: str) -> None:
    """Imports what every part needs, once for all that are forked afterwards."""
    if what == "parts":
        _import_aiogram()
    for module in _SHARED[what]:
        importlib.import_module(module)


async def _fill_store(settings: Settings) -> bool:
    """Schema and catalogue, brought up to date; True when sample greetings are missing."""
    from bot.demo.seed import seed_demo
    from db.connection import migrate_database

    await migrate_database(settings.database_url.get_secret_value())
    return await seed_demo(settings)


def _web(settings: Settings, _: argparse.Namespace) -> None:
    _import_aiogram()
    from webapp.main import serve

    _loop(serve(settings))


def _worker(settings: Settings, arguments: argparse.Namespace) -> int:
    _import_aiogram()
    from workers.engines.contracts import EngineError
    from workers.main import work

    try:
        _loop(work(arguments.name, settings))
    except EngineError as error:
        logging.getLogger("stario").error("worker %s cannot start: %s", arguments.name, error)
        return 1
    return 0


def _playground(settings: Settings, _: argparse.Namespace) -> None:
    _import_aiogram()
    from webapp.playground.app import serve

    _loop(serve(settings))


def _migrate(settings: Settings, _: argparse.Namespace) -> None:
    from db.connection import migrate_database

    asyncio.run(migrate_database(settings.database_url.get_secret_value()))


def _seed(settings: Settings, _: argparse.Namespace) -> None:
    from bot.demo.seed import seed_demo

    asyncio.run(seed_demo(settings))


def _prepare(settings: Settings, arguments: argparse.Namespace) -> None:
    _import_aiogram()
    from workers.chores.prepare import prepare_artists

    def tell(line: str) -> None:
        print(f"  … sample greetings: {line}", flush=True)

    asyncio.run(prepare_artists(settings, arguments.languages or list(LANGUAGES), tell))


def _reconcile(settings: Settings, arguments: argparse.Namespace) -> int:
    _import_aiogram()
    from bot.rails.comparing import compare_now

    return asyncio.run(compare_now(settings, arguments.provider, arguments.hours))


def _export(settings: Settings, arguments: argparse.Namespace) -> int:
    _import_aiogram()
    from bot.privacy.exporting import export_now

    return asyncio.run(export_now(settings, arguments.telegram_id))


def _check(settings: Settings, _: argparse.Namespace) -> int:
    from workers.engines.animators import open_animator
    from workers.engines.contracts import EngineError
    from workers.engines.face.opening import open_selfies
    from workers.engines.speech.opening import open_speech

    try:
        cards = {**open_speech(settings).cards(), "face": open_animator(settings).card()}
        cards |= open_selfies().cards()
    except EngineError as error:
        print(error, file=sys.stderr)
        return 1
    for name, card in cards.items():
        print(f"{name:8} {card.engine_id:34} {card.device:6} {card.licence}  {card.note}")
    return 0


def _import_aiogram() -> None:
    from bot.adapters.quick_aiogram import import_aiogram

    import_aiogram()


def _loop(job: Coroutine[Any, Any, None]) -> None:
    import uvloop

    # SIGTERM ends a part as Ctrl-C does: through its `finally` blocks.
    signal.signal(signal.SIGTERM, lambda *_: signal.raise_signal(signal.SIGINT))
    try:
        uvloop.run(job)
    except (KeyboardInterrupt, asyncio.CancelledError):
        return  # asked to stop, and stopped


if __name__ == "__main__":
    sys.exit(main())
