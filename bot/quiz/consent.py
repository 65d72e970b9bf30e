"""What a fan agrees to before a photo is looked at: shown in plain words, kept with its version, taken back at will."""

import hashlib
from datetime import UTC, datetime

from tortoise.exceptions import IntegrityError
from tortoise.transactions import in_transaction

from bot.errors import Forbidden, Invalid
from bot.i18n import text
from db.quizzes import AgeGroup, QuizConsent
from db.users import User

QUIZ_CONSENT_VERSION = "2026-11"  # moves on whenever the words of `quiz-consent` change their meaning
_NAME_LETTERS = 80


def consent_words(language: str) -> str:
    """The whole text somebody agrees to, plain, without markup."""
    return text(language, "quiz-consent")


async def find_consent(user: User) -> QuizConsent | None:
    """The consent in force; None where there is none, or it was given to other words."""
    return await QuizConsent.get_or_none(user_id=user.id, version=QUIZ_CONSENT_VERSION, withdrawn_at=None)


async def require_quiz_consent(user: User) -> QuizConsent:
    """Raises Forbidden without a consent in force."""
    consent = await find_consent(user)
    if consent is None:
        raise Forbidden("quiz-consent-first")
    return consent


async def give_consent(
    user: User, language: str, age: AgeGroup = AgeGroup.ADULT, guardian_name: str = ""
) -> QuizConsent:
    """Records that `user` agreed to the words in `language`; the same again changes nothing.

    Raises Invalid where a guardian agreed and did not say who they are.
    """
    guardian = _tidy_guardian(age, guardian_name)
    known = await find_consent(user)
    if known is not None and known.age_group is age:
        return known
    try:
        return await _replace_consent(user, language, age, guardian)
    except IntegrityError:
        # Two taps at once: the other one was first, and says the same.
        return await require_quiz_consent(user)


def _tidy_guardian(age: AgeGroup, name: str) -> str:
    tidy = " ".join(name.split())
    if age is AgeGroup.ADULT:
        return ""
    if not 2 <= len(tidy) <= _NAME_LETTERS or not any(letter.isalpha() for letter in tidy):
        raise Invalid("quiz-guardian-name")
    return tidy


async def _replace_consent(user: User, language: str, age: AgeGroup, guardian: str) -> QuizConsent:
    async with in_transaction():
        await QuizConsent.filter(user_id=user.id, withdrawn_at=None).update(withdrawn_at=datetime.now(UTC))
        return await QuizConsent.create(
            user=user,
            version=QUIZ_CONSENT_VERSION,
            language=language,
            text_sha256=hashlib.sha256(consent_words(language).encode()).hexdigest(),
            age_group=age,
            guardian_name=guardian,
        )
