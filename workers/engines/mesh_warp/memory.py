"""Keeps freed memory in the process: asking the kernel for a frame's megabytes costs more than drawing it."""

import ctypes

TRIM_THRESHOLD, MMAP_THRESHOLD = -1, -3  # names of malloc.h


def keep_memory(limit: int = 1 << 30) -> bool:
    """Tells glibc's allocator to reuse large blocks. False with another C library: only slower."""
    adjust = getattr(ctypes.CDLL(None), "mallopt", None)
    if adjust is None:
        return False
    return bool(adjust(MMAP_THRESHOLD, limit)) and bool(adjust(TRIM_THRESHOLD, limit))
