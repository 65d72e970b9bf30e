"""What is measured: counters of this process, and figures of the business read from Postgres when asked."""

from collections.abc import Iterable
from typing import Any

from prometheus_client import REGISTRY, Counter, Gauge, Histogram, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric, SummaryMetricFamily
from prometheus_client.registry import CollectorRegistry
from tortoise.connection import get_connection

from bot.services import Services

_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 20.0)

REQUESTS = Counter("stario_http_requests_total", "Answered requests.", ["method", "route", "status"])
REQUEST_SECONDS = Histogram("stario_http_request_seconds", "Time to answer.", ["method", "route"], buckets=_SECONDS)
OPEN_STREAMS = Gauge("stario_open_streams", "Progress streams that somebody watches.")
UPDATES = Counter("stario_telegram_updates_total", "Updates from Telegram.", ["kind", "outcome"])
UPDATE_SECONDS = Histogram("stario_telegram_update_seconds", "Time to handle an update.", buckets=_SECONDS)
VERDICTS = Counter("stario_verdicts_total", "What the text filter said over REST.", ["verdict"])
REFUSED_RATE = Counter("stario_rate_limited_total", "Requests beyond a rate limit.", ["limit"])

_COUNTS = {
    "stario_videos": ("Greetings by state.", "SELECT status, count(*) AS value FROM videos GROUP BY 1"),
    "stario_orders": ("Orders by state.", "SELECT status, count(*) AS value FROM orders GROUP BY 1"),
    "stario_payments": ("Payments by state.", "SELECT status, count(*) AS value FROM payments GROUP BY 1"),
    "stario_reviews": ("Reviews by state.", "SELECT status, count(*) AS value FROM reviews GROUP BY 1"),
}
_OUTBOX = """
    SELECT count(*) FILTER (WHERE done_at IS NULL AND dead_at IS NULL) AS waiting,
           count(*) FILTER (WHERE dead_at IS NOT NULL) AS dead,
           coalesce(extract(epoch FROM now() - min(available_at)
               FILTER (WHERE done_at IS NULL AND dead_at IS NULL AND available_at < now())), 0) AS oldest
    FROM outbox"""
_STAGES = """
    SELECT stage.key AS stage, count(*) AS count, sum(stage.value::float) AS seconds
    FROM videos, jsonb_each_text(videos.stages) AS stage
    WHERE rendered_at IS NOT NULL GROUP BY 1"""
_STARS = "SELECT coalesce(sum(amount_xtr), 0) AS value FROM payments WHERE status = 'succeeded'"


class _Snapshot:
    """Metric families as prometheus_client wants them: from something with `collect`."""

    def __init__(self, families: list[Metric]) -> None:
        self._families = families

    def collect(self) -> Iterable[Metric]:
        return self._families


async def render_metrics(services: Services) -> bytes:
    """Everything in the Prometheus text format. Raises what Postgres or Redis raise when they are away."""
    registry = CollectorRegistry(auto_describe=False)
    registry.register(_Snapshot(await _read_business(services)))
    return generate_latest(REGISTRY) + generate_latest(registry)


async def _read_business(services: Services) -> list[Metric]:
    families: list[Metric] = [await _count_states(name, *query) for name, query in _COUNTS.items()]
    families += _outbox_families((await _select(_OUTBOX))[0])
    render = SummaryMetricFamily("stario_render_seconds", "Seconds of a render, by stage.", labels=["stage"])
    for row in await _select(_STAGES):
        render.add_metric([row["stage"]], row["count"], row["seconds"])
    stars = CounterMetricFamily(
        "stario_stars_taken", "Stars taken and kept.", value=(await _select(_STARS))[0]["value"]
    )
    waiting = GaugeMetricFamily("stario_queue_waiting", "Rings a worker class has before it.", labels=["class"])
    for name, length in (await services.queue.waiting()).items():
        waiting.add_metric([name], length)
    return [*families, render, stars, waiting]


async def _count_states(name: str, meaning: str, query: str) -> Metric:
    family = GaugeMetricFamily(name, meaning, labels=["status"])
    for row in await _select(query):
        family.add_metric([row["status"]], row["value"])
    return family


def _outbox_families(row: dict[str, Any]) -> list[Metric]:
    return [
        GaugeMetricFamily("stario_outbox_waiting", "Jobs written and not yet done.", value=row["waiting"]),
        GaugeMetricFamily("stario_outbox_dead", "Jobs given up.", value=row["dead"]),
        GaugeMetricFamily("stario_outbox_oldest_seconds", "Age of the oldest due job.", value=float(row["oldest"])),
    ]


async def _select(query: str) -> list[dict[str, Any]]:
    return list(await get_connection("default").execute_query_dict(query))
