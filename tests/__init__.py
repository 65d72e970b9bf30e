"""What everybody who writes a test here keeps to; `tests/unit/house/test_tests.py` holds the two that can be read off.

A test's folder tells whose promise it holds: a room of `bot`, a top folder, or, in `contracts`, who is on the other
side. `unit` needs no server, `flows` tell a story on real ones, `browser` and `chaos` run the whole product.

- A helper that asserts is called `expect_…` or `assert_…`. A guard – `is not None`, `isinstance`, a deed of the
  set-up that was done – may stand in any.
- Nobody sleeps where an event can be awaited; a state that nothing tells of is polled with `tests.waiting.until`.
- That something does *not* happen is shown by what comes after it, or by an empty queue. Where only time can show it,
  or where slow work is played, the line says `# clock:` and why.
- Break the code once and see the test fail.
"""
