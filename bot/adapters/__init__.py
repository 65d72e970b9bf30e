"""One file a vendor, each behind a small Protocol."""
