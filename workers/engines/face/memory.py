"""Gives memory back after each photo: pictures are large, short-lived and private."""

import ctypes

_TRIM_THRESHOLD, _MMAP_THRESHOLD, _ARENA_MAX = -1, -3, -8  # names of malloc.h


def return_memory() -> bool:
    """Tells glibc's allocator to keep few free pages. False with another C library: it only takes more memory."""
    adjust = getattr(ctypes.CDLL(None), "mallopt", None)
    if adjust is None:
        return False
    return all(adjust(*pair) for pair in ((_ARENA_MAX, 2), (_MMAP_THRESHOLD, 1 << 18), (_TRIM_THRESHOLD, 1 << 20)))


def trim_memory() -> None:
    """Returns what is free now."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)
