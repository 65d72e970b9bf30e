"""The outside world on this machine: stand-ins for what Stario talks to, strict and able to misbehave."""
