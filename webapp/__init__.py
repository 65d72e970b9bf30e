"""Everything that speaks HTTP: Mini App, REST, webhook, health and metrics."""
