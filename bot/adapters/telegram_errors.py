"""What Telegram's refusals mean: one table from its words to a kind of trouble, so that "never" is not "not now".

Who meets a refusal asks for its kind. `WORDS` has the text for those that a person can do something about; nothing
of these is repeated, and nothing of these is a failure of ours.
"""

from enum import Enum, auto

from aiogram.exceptions import TelegramAPIError, TelegramEntityTooLarge, TelegramForbiddenError


class Trouble(Enum):
    """Why Telegram refused a call."""

    UNCHANGED = auto()  # an edit had nothing left to do
    GONE = auto()  # the message or the tap is no longer there: say it below
    STALE_FILE = auto()  # this file_id is good no more: upload anew
    VOICE_CLOSED = auto()  # the person takes no voice and video notes: send a file
    OUT_OF_REACH = auto()  # the bot was stopped or removed, or the account is no more: stop writing there
    NO_PLACE = auto()  # the topic is closed or deleted: what belongs there ends
    NO_RIGHT = auto()  # the group does not let the bot write this: its administrators can
    TOO_LONG = auto()  # more words than a message holds
    TOO_BIG = auto()  # a larger file than a bot may carry
    NOT_COPIED = auto()  # a kind of message that cannot be passed on
    UNKNOWN = auto()  # ours, or new: it belongs into the log


# In Telegram's own words, lower-cased; the first line that is found in a description decides.
_SIGNS: tuple[tuple[Trouble, tuple[str, ...]], ...] = (
    (Trouble.UNCHANGED, ("message is not modified", "message_not_modified")),
    (
        Trouble.GONE,
        (
            "message to edit not found",
            "message to delete not found",
            "message_id_invalid",
            "query is too old",
            "query_id_invalid",
            "message can't be edited",
            "message can't be deleted",
        ),
    ),
    (Trouble.NOT_COPIED, ("can't be copied", "message to copy not found", "can't be forwarded")),
    (Trouble.TOO_BIG, ("file is too big", "request entity too large")),
    (Trouble.STALE_FILE, ("file identifier", "file_id", "file reference", "file_reference")),
    (Trouble.VOICE_CLOSED, ("voice_messages_forbidden", "video_messages_forbidden")),
    (Trouble.NO_PLACE, ("topic_closed", "topic_deleted", "message thread not found", "topic_id_invalid")),
    (
        Trouble.NO_RIGHT,
        ("not enough rights", "no rights to", "write_forbidden", "chat_send_", "chat_restricted", "admin_required"),
    ),
    (
        Trouble.OUT_OF_REACH,
        (
            "chat not found",
            "peer_id_invalid",
            "bot was blocked",
            "user_is_blocked",
            "user is deactivated",
            "user_deactivated",
            "can't initiate conversation",
            "can't send messages to bots",
            "bot was kicked",
            "bot is not a member",
            "group chat was deactivated",
            "group chat was deleted",
            "have no write access",
        ),
    ),
    (Trouble.TOO_LONG, ("message is too long", "message_too_long", "caption is too long", "text is too long")),
)
# Text keys for whoever is in the chat; the kinds without one are mended where they are met.
WORDS = {
    Trouble.VOICE_CLOSED: "error-voice-closed",
    Trouble.NO_PLACE: "error-no-place",
    Trouble.NO_RIGHT: "error-no-right",
    Trouble.TOO_LONG: "error-too-long",
    Trouble.TOO_BIG: "error-too-big",
    Trouble.NOT_COPIED: "menu-support-not-carried",
}


def read_trouble(error: TelegramAPIError) -> Trouble:
    """The kind of a refusal; UNKNOWN for one that stands in no line of the table."""
    if isinstance(error, TelegramEntityTooLarge):
        return Trouble.TOO_BIG
    said = error.message.lower()
    found = (kind for kind, signs in _SIGNS if any(sign in said for sign in signs))
    # Every 403 is final, whatever its words: the bot may not write there.
    return next(found, Trouble.OUT_OF_REACH if isinstance(error, TelegramForbiddenError) else Trouble.UNKNOWN)


def is_unchanged(error: TelegramAPIError) -> bool:
    """True for the answers that mean an edit had nothing left to do."""
    return read_trouble(error) is Trouble.UNCHANGED


def is_gone(error: TelegramAPIError) -> bool:
    """True when the message to edit or answer is no longer there."""
    return read_trouble(error) is Trouble.GONE


def has_no_room(error: TelegramAPIError) -> bool:
    """True when nothing more can be said in that place until its people change something."""
    return read_trouble(error) in (Trouble.OUT_OF_REACH, Trouble.NO_PLACE, Trouble.NO_RIGHT)
