"""Is it real? A greeting or a poster found by the code that it carries."""
