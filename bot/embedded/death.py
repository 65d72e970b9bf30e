"""A process that ends when its parent does, however the parent ended."""

import ctypes

_PR_SET_PDEATHSIG = 1
_libc = ctypes.CDLL(None, use_errno=True)


def die_with_parent(death_signal: int) -> None:
    """Asks the kernel to signal this process when its parent ends (prctl(2), PR_SET_PDEATHSIG)."""
    _libc.prctl(_PR_SET_PDEATHSIG, death_signal)
