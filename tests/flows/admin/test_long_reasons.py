"""A validator's own reason reaches the fan whole, or the validator hears how long it may be."""

import pytest

from bot.errors import Invalid
from bot.greetings.reviews import find_review, refuse_words
from bot.services import Services
from db.reviews import ReviewStatus
from db.users import Role, User
from tests.control import Control
from tests.flows.admin.test_reviews import ask_review
from tests.flows.world import new_fan


async def new_validator() -> User:
    validator = await new_fan("ru")
    validator.role = Role.VALIDATOR
    await validator.save()
    return validator


@pytest.mark.parametrize("length", [301, 1000, 4096])
async def test_a_reason_too_long_is_refused_with_its_length(
    services: Services, playground: Control, length: int
) -> None:
    review = await ask_review(services, await new_fan())
    with pytest.raises(Invalid) as refused:
        await refuse_words(review.id, await new_validator(), "р" * length)
    assert (refused.value.key, refused.value.values) == ("review-reason-long", {"length": length, "limit": 300})
    assert (await find_review(review.id)).status is ReviewStatus.WAITING


@pytest.mark.parametrize("length", [1, 299, 300])
async def test_a_reason_that_fits_is_kept_whole(services: Services, playground: Control, length: int) -> None:
    review = await ask_review(services, await new_fan())
    await refuse_words(review.id, await new_validator(), "р" * length)
    assert (await find_review(review.id)).reason == "р" * length
