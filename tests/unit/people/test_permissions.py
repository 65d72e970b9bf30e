"""Who may do what: every role stands in the table, and only the staff are in it with something."""

import pytest

from bot.errors import Forbidden
from bot.people.permissions import ALLOWED, Permission, may, require
from db.users import Role, User


def test_every_role_stands_in_the_table() -> None:
    assert set(ALLOWED) == set(Role)


@pytest.mark.parametrize("role", [Role.VALIDATOR, Role.OPERATOR, Role.ADMIN])
@pytest.mark.parametrize("permission", list(Permission))
def test_staff_may(role: Role, permission: Permission) -> None:
    assert may(User(role=role), permission)
    require(User(role=role), permission)


@pytest.mark.parametrize("role", [Role.FAN, Role.ARTIST])
@pytest.mark.parametrize("permission", list(Permission))
def test_fans_and_artists_may_not(role: Role, permission: Permission) -> None:
    with pytest.raises(Forbidden) as refused:
        require(User(role=role), permission)
    assert refused.value.key == "error-staff-only"
