"""BOX NOW's errors: an HTTP status and a code such as P410."""

from webapp.playground.errors import ControlError


class BoxnowError(ControlError):
    """`{code, message}`; a script of ours sees both in one line."""

    def __init__(self, code: str, words: str, status: int = 400) -> None:
        super().__init__(status, f"{code}: {words}")
        self.code = code
        self.words = words
