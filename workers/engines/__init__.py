"""Engines: one file (or folder) a model, behind the Protocols of `contracts`."""
