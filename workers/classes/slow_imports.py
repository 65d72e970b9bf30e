"""What engines import at their first use, imported while nobody waits for it."""

import asyncio
import importlib


async def import_slowly() -> None:
    for module in ("scipy.signal", "scipy.ndimage", "scipy.interpolate"):
        await asyncio.to_thread(importlib.import_module, module)
