"""What a promo code takes off, and how that is spread over the lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.shelf.promos import discount_of, tidy_code
from bot.shop.lines import spread_discount
from db.promos import PromoCode


def percent_off(percent: int) -> PromoCode:
    return PromoCode(code="P", percent=percent)


@pytest.mark.parametrize(
    ("percent", "goods", "off"),
    [(10, 129_000, 12_900), (10, 99_999, 9_999), (15, 1, 0), (33, 100, 33), (1, 99, 0), (100, 77_777, 77_777)],
)
def test_a_percentage_is_rounded_down_to_whole_som(percent: int, goods: int, off: int) -> None:
    assert discount_of(percent_off(percent), goods) == off


@pytest.mark.parametrize(("amount", "goods", "off"), [(20_000, 129_000, 20_000), (20_000, 15_000, 15_000), (1, 0, 0)])
def test_a_fixed_sum_never_takes_more_than_the_goods(amount: int, goods: int, off: int) -> None:
    assert discount_of(PromoCode(code="F", percent=0, amount_uzs=amount), goods) == off


@given(st.integers(1, 100), st.integers(0, 10**12))
def test_a_discount_is_whole_and_within_the_price(percent: int, goods: int) -> None:
    off = discount_of(percent_off(percent), goods)
    assert type(off) is int and 0 <= off <= goods
    assert off * 100 <= goods * percent < (off + 1) * 100


@given(st.lists(st.integers(0, 10**9), min_size=1, max_size=30), st.integers(0, 100))
def test_lines_share_a_discount_to_the_som(amounts: list[int], percent: int) -> None:
    discount = sum(amounts) * percent // 100
    parts = spread_discount(amounts, discount)
    assert sum(parts) == discount
    assert all(0 <= part <= amount for part, amount in zip(parts, amounts, strict=True))
    total = sum(amounts)
    assert all(
        abs(part * total - amount * discount) < total for part, amount in zip(parts, amounts, strict=True) if total
    )


@pytest.mark.parametrize("discount", [-1, 301])
def test_more_than_the_goods_cost_is_a_defect(discount: int) -> None:
    with pytest.raises(ValueError, match="a discount of"):
        spread_discount([100, 200], discount)


@pytest.mark.parametrize("written", ["navruz10", " NAVRUZ 10 ", "Navruz\t10"])
def test_a_code_is_read_as_people_type_it(written: str) -> None:
    assert tidy_code(written) == "NAVRUZ10"
