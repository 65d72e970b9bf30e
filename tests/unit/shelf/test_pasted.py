"""What is pasted with marks that nobody sees, or in digits of another keyboard, is read as it looks."""

import pytest

from bot.errors import Invalid
from bot.parcels.choice import DeliveryChoice, tidy_choice, tidy_contact, tidy_email, tidy_phone
from bot.pasted.lines import tidy_line, tidy_token, tidy_words
from bot.shelf.promos import tidy_code

PHONES = [
    "\u202a+998 90 123 45 67\u202c",
    "+998\u201190\u2011123\u201145\u201167",
    "\u200e998901234567",
    "90 123 45 67",
    "90\u2009123\u200945\u200967",
    "00998901234567",
    "+00998901234567",
    "tel:+998901234567",
    "TEL: +998-90-123-45-67",
    "tel://+998901234567;ext=5",
    "９０１２３４５６７",
    "＋９９８（９０）１２３－４５－６７",
    "٩٠١٢٣٤٥٦٧",
    "۹۰ ۱۲۳ ۴۵ ۶۷",
    "९०१२३४५६७",
    "+998\ufe0f-90-123-45-67",
    "\u00a0+998\u00a090\u202f123\u300045\u00ad67",
    "\u2066+998 (90) 123–45—67\u2069",
    "9\u200b9\u200c8\u200d9\u206001234567\ufeff",
    "+998−90−123−45−67",
    "90·123·45·67",
    "+998/90/123/45/67",
    "<+998901234567>",
]


@pytest.mark.parametrize("pasted", PHONES, ids=ascii)
def test_a_pasted_number_is_the_number_one_sees(pasted: str) -> None:
    assert tidy_phone(pasted) == "+998901234567"


@pytest.mark.parametrize("typed", ["", "12345", "+99890123456a", "Ali 901234567", "+0123456789", "\u200b", "+"])
def test_what_is_no_number_stays_none(typed: str) -> None:
    with pytest.raises(Invalid, match="shop-bad-phone"):
        tidy_phone(typed)


@pytest.mark.parametrize(
    "pasted",
    [
        "STARIO10\u200b",
        "\u202aSTARIO10\u202c",
        "stario\u00ad10",
        "ＳＴＡＲＩＯ１０",
        "\ufeffStario\u00a010",
        "«STARIO10»",
        "STARIO\u2060١٠",
        "\u3164STARIO10\ufe0f",
    ],
    ids=ascii,
)
def test_a_pasted_code_works(pasted: str) -> None:
    assert tidy_code(pasted) == "STARIO10"


@pytest.mark.parametrize(
    "pasted",
    [
        "\u200bali@mail.uz",
        "ali@mail.uz\u00a0",
        "<ali@mail.uz>",
        "mailto:ali@mail.uz",
        "ali\u00ad@mail.uz",
        "ali＠mail．uz",
    ],
    ids=ascii,
)
def test_a_pasted_address_of_mail_is_read(pasted: str) -> None:
    assert tidy_email(pasted) == "ali@mail.uz"


def test_dashes_of_every_length_are_one_dash() -> None:
    assert tidy_line("a\u2010b\u2011c\u2013d\u2014e\u2212f\uff0dg") == "a-b-c-d-e-f-g"
    assert tidy_token(" \u201cab-12\u201d ") == "ab-12"


def test_words_keep_their_letters_and_lose_what_cannot_be_seen() -> None:
    assert tidy_words("\u202bАли\u0306  №\u00a05 –\u200b дом\t²\u202c") == "Али\u0306 № 5 – дом ²"
    assert tidy_contact("\u2067Madina\u00a0Oʻktamova\u2069") == "Madina Oʻktamova"


def test_a_whole_choice_is_tidied() -> None:
    choice = DeliveryChoice(
        "courier", "\u200eAli Valiyev", "\u202a90 123 45 67\u202c", "\u200b4\u200b", "Chilonzor\u00a07, 12\ufeff"
    )
    tidy = tidy_choice(choice)
    assert (tidy.name, tidy.phone, tidy.place_id, tidy.address) == (
        "Ali Valiyev",
        "+998901234567",
        "4",
        "Chilonzor 7, 12",
    )
