"""Light public pages: what this is, and whether a greeting is genuine."""
