"""Embedded speech: English by Piper, Russian and Uzbek by RHVoice, espeak-ng where RHVoice cannot be had.

Nothing is imported here: each engine's process imports this package too.
"""
