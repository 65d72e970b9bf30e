"""The jobs that make things, one file a job; engines lie in `workers.engines`."""
