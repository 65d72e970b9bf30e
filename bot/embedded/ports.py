"""Ports of the embedded servers: chosen free once, remembered, chosen again only when taken."""

import json
import socket
from pathlib import Path


def is_free(port: int, host: str = "127.0.0.1") -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def choose_ports(data_dir: Path, names: tuple[str, ...]) -> dict[str, int]:
    """A free port for each name, the one of last time where it still is free."""
    path = data_dir / "ports.json"
    known = json.loads(path.read_text()) if path.exists() else {}
    ports: dict[str, int] = {}
    for name in names:
        port = int(known.get(name, 0))
        while not port or port in ports.values() or not is_free(port):
            port = free_port()
        ports[name] = port
    fresh = path.with_suffix(".new")
    fresh.write_text(json.dumps(ports))
    fresh.replace(path)
    return ports
