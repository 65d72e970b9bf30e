"""Finds a Chromium for the browser tests, and installs one where there is none: `python -m tests.chromium`."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--autoplay-policy=no-user-gesture-required",
]


def find_chromium() -> str | None:
    """Path of the browser: `CHROMIUM`, one on the PATH, or the one Playwright brought."""
    named = os.environ.get("CHROMIUM")
    if named:
        return named
    return next((path for name in NAMES if (path := shutil.which(name))), _playwright_chromium())


def _playwright_chromium() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def install_chromium() -> bool:
    """Tries the machine's packages, then Playwright's own download."""
    for command in _ways():
        print(f"  … Chromium: {' '.join(command)}", flush=True)
        if subprocess.run(command, stdout=subprocess.DEVNULL).returncode == 0 and find_chromium():
            return True
    return False


def _ways() -> list[list[str]]:
    root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    ways = [
        [sys.executable, "-m", "playwright", "install", "--with-deps", "chromium"],
        [sys.executable, "-m", "playwright", "install", "chromium"],
    ]
    if shutil.which("apt-get") and (not root or shutil.which("sudo")):
        # Without fonts a page in four languages is a page of boxes.
        install = [*root, "apt-get", "install", "-y", "-qq", "chromium", "fonts-noto-core", "fonts-noto-color-emoji"]
        ways.insert(0, ["sh", "-c", " ".join([*root, "apt-get", "update", "-qq", "&&", *install])])
    return ways


if __name__ == "__main__":
    if not find_chromium() and not install_chromium():
        sys.exit("No Chromium could be installed: install one, or name it with CHROMIUM=/path/to/chromium")
