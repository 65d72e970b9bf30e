"""What every client here asks of an HTTP answer before it goes on with it."""

from aiohttp import ClientResponse


async def expect_status(answer: ClientResponse, status: int | None = None) -> None:
    """That status, or without one any that is no refusal; the answer's own words where it is another."""
    fits = answer.status < 400 if status is None else answer.status == status
    assert fits, f"{answer.method} {answer.url.path}: {answer.status} {await answer.text()}"
