"""Who we talk to: people arrive from Telegram, choose a language, may block us and come back."""

from bot.errors import Invalid
from bot.i18n import LANGUAGES, pick_language
from bot.people.comeback import deliver_again
from bot.words.cleaning import clean_text
from db.users import Role, User


async def meet_person(
    telegram_id: int, first_name: str, username: str | None = None, language_code: str | None = None
) -> User:
    """The user behind a Telegram account, made at the first meeting; coming back lifts a block."""
    first_name, username = clean_text(first_name)[:128], clean_text(username or "")[:64] or None
    user, fresh = await User.get_or_create(
        telegram_id=telegram_id,
        defaults={"first_name": first_name, "username": username, "language": pick_language(language_code)},
    )
    was_away = user.has_blocked_bot
    changed = (user.first_name, user.username, user.has_blocked_bot) != (first_name, username, False)
    if not fresh and changed:
        user.first_name, user.username, user.has_blocked_bot = first_name, username, False
        await user.save(update_fields=["first_name", "username", "has_blocked_bot"])
    if was_away:
        await deliver_again(user)
    return user


async def choose_language(user: User, language: str) -> None:
    """Raises Invalid for a language we do not speak."""
    if language not in LANGUAGES:
        raise Invalid("error-language")
    user.language, user.has_chosen_language = language, True
    await user.save(update_fields=["language", "has_chosen_language"])


async def appoint_staff(user: User) -> None:
    """Makes a validator of a fan whom the configuration names as one of ours; other roles stay."""
    if user.role is Role.FAN:
        user.role = Role.VALIDATOR
        await user.save(update_fields=["role"])
