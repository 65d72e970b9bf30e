"""The pages as people use them: a real browser, the whole product behind it."""
