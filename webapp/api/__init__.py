"""REST under /api/v1: one table of endpoints serves the requests and writes the OpenAPI description."""
