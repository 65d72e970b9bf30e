"""`python -m webapp.playground`: the outside world alone."""

import asyncio
import logging
import sys

from bot.settings import load_settings
from webapp.playground.app import serve


def main() -> int:
    settings = load_settings()
    logging.basicConfig(level=settings.log_level, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    try:
        asyncio.run(serve(settings))
    except OSError as problem:
        print(
            f"The playground cannot use port {settings.playground_port}: {problem.strerror}. "
            "Set PLAYGROUND_PORT to a free one.",
            file=sys.stderr,
        )
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
