"""An S3 server (nanio) from its wheel; presigned URLs work from a browser (CORS), and take one upload each."""

import os
import sys
from pathlib import Path

from bot.embedded.processes import Program, port_answers
from bot.embedded.put_once import PutOnce


def objects_program(folder: Path, port: int, access_key: str, secret_key: str, origins: list[str]) -> Program:
    """The server on 127.0.0.1:`port`, as its own process."""
    env = {
        "NANIO_ACCESS_KEY": access_key,
        "NANIO_SECRET_KEY": secret_key,
        "STARIO_OBJECTS_DIR": str(folder),
        "STARIO_OBJECTS_ORIGINS": ",".join(origins),
    }
    argv = [sys.executable, "-m", "bot.embedded.objects", str(port)]
    return Program("objects", argv, lambda: port_answers(port), env=env)


def serve_objects(port: int) -> None:
    import uvicorn
    from nanio.app import build_app
    from nanio.config import Settings
    from starlette.middleware.cors import CORSMiddleware

    folder = Path(os.environ["STARIO_OBJECTS_DIR"]).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    for half in folder.rglob(".tmp.*"):  # what was being uploaded when we were last killed
        half.unlink()
    store = build_app(Settings(data_dir=folder, port=port, access_log=False))
    app = CORSMiddleware(
        PutOnce(store, folder.with_suffix(".used")),
        allow_origins=os.environ["STARIO_OBJECTS_ORIGINS"].split(","),
        allow_methods=["GET", "HEAD", "PUT"],
        allow_headers=["*"],
        expose_headers=["ETag"],
    )
    uvicorn.run(app, host="127.0.0.1", port=port, log_level="warning", access_log=False)


if __name__ == "__main__":
    serve_objects(int(sys.argv[1]))
