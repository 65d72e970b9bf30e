"""What a browser is told about pages of the playground: fresh every time, code from here alone."""

HEADERS = {"Cache-Control": "no-cache", "X-Content-Type-Options": "nosniff"}
# Pictures of inline results and Mini Apps come from elsewhere; code never does.
POLICY = (
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src * data: blob:; media-src 'self' blob:; "
    "frame-src http: https:; frame-ancestors 'none'; base-uri 'none'"
)
PAGE_HEADERS = {**HEADERS, "Content-Security-Policy": POLICY}
