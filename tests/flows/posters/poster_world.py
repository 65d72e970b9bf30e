"""A design worker within the test's own process, and posters that tests start from."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.posters.posters import PosterRequest
from bot.services import Services
from tests.flows.world import free_artist
from workers.engines.loaded import Engines
from workers.engines.mockup.printing import Mockups
from workers.engines.poster import ComposedPosters
from workers.making.draw_mockup import draw_mockup
from workers.making.preview_poster import preview_poster
from workers.rows import Bench

WORDS = "Orzularing sari dadil boʻl!"


@pytest.fixture
def bench(services: Services, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Bench:
    """The design worker's bench; what is asked of the queue it does at once."""
    folder: Path = tmp_path_factory.getbasetemp() / "cutouts"
    bench = Bench(services, "test", Engines(posters=ComposedPosters(folder), mockups=Mockups()))
    calls = {"preview_poster": preview_poster, "draw_mockup": draw_mockup}

    async def ask(job: str, item: str, seconds: float) -> dict[str, Any]:
        return await calls[job](bench, item)

    monkeypatch.setattr(services.queue, "ask", ask)
    return bench


async def asked(**changes: Any) -> PosterRequest:
    """A request that nothing is wrong with."""
    artist = await free_artist()
    plain = PosterRequest(artist.slug, "spotlight", "midnight", "a4", "Madina", WORDS, "uz")
    return replace(plain, **changes)
