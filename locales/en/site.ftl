# The public pages, and what the API says when something is wrong.
site-no-page = There is no such page.
site-wrong-method = This address does not take that kind of request.
site-too-large = That is too much for one request.
site-bad-json = This is not valid JSON.
site-not-json = Please send JSON (Content-Type: application/json).
site-bad-fields = Please check these fields: { $fields }.
site-sign-in = Please sign in again.
site-rate = Too many requests. Please wait { $seconds } s.
site-key-in-use = The same request is still being answered. Please wait a moment.
site-key-other-body = This Idempotency-Key was used for a different request.
site-bad-key = Idempotency-Key must be 1 to 255 plain characters.
site-occasion = There is no such occasion here. Choose one of: { $occasions }.
site-foreign-origin = This request came from somewhere else, so it was refused.
site-away = One of our parts is taking a breath. Please try again in a moment.
