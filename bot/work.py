"""Classes of work: each is a queue with its own time limit, and every job belongs to one.

After a kill arq waits for the longest limit of a queue before it runs a job again, so a quick job never shares a
queue with a slow one.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class WorkerClass:
    """One class of work. `lease` is how many seconds a silent holder keeps a row to itself."""

    name: str
    timeout: int
    max_jobs: int
    lease: int
    attempts: int

    @property
    def queue_name(self) -> str:
        return f"stario:{self.name}"

    @property
    def health_key(self) -> str:
        return f"stario:{self.name}:alive"


WORKER_CLASSES = {
    "video": WorkerClass("video", timeout=300, max_jobs=1, lease=12, attempts=3),
    "voice": WorkerClass("voice", timeout=30, max_jobs=2, lease=12, attempts=2),
    "face": WorkerClass("face", timeout=20, max_jobs=2, lease=12, attempts=3),
    "design": WorkerClass("design", timeout=60, max_jobs=1, lease=15, attempts=3),
    "delivery": WorkerClass("delivery", timeout=240, max_jobs=16, lease=30, attempts=8),
}
CLASS_OF_JOB = {
    "make_video": "video",
    "deliver_video": "delivery",
    "ask_approval": "delivery",
    "ask_review": "delivery",
    "tell_fan": "delivery",
    "refund_payment": "delivery",
    "say_name": "voice",
    "analyse_quiz": "face",
    "embed_artist": "face",
    "ask_poster_review": "delivery",
    "tell_poster": "delivery",
    "preview_poster": "design",
    "print_poster": "design",
    "draw_mockup": "design",
    "draw_card": "design",
    "fulfil_order": "delivery",
    "request_delivery": "delivery",
    "cancel_delivery": "delivery",
    "tell_buyer": "delivery",
    "tell_parcel": "delivery",
    "post_order": "delivery",
    "tell_staff": "delivery",
    "close_link": "delivery",
    "submit_fiscal": "delivery",
}
