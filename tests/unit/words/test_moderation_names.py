"""Recipients' names: the names people really have pass, and what is no name is told so."""

import pytest

from bot.i18n import LANGUAGES
from bot.words.moderation import explain, judge_name, tidy_name

REAL = """
Oʻgʻiloy | Gʻayrat | Жасур | Анна-Мария | O'Connor | Onajon | Dilnoza opa | бабушка Катя
Мухаммад Али | Ўғилой | Ғайрат | Ali va Vali | Мама и папа | Mom & Dad | J. R. | Dr. Aziz | Жан-Поль
Zoë | François | José | Sultonali Mirzoyev | Шухрат ака | Aminaxon | Сикандар | Ян | Ия | Ли
Qo'chqor aka | Zuhra, Fotima | Хусан-Ҳасан | Adolat | Muqaddas | Xurshida | Анжела | Настя | Пётр
Любовь Ивановна | Вера | Надежда | Дурдона | Дурдона опа | Jalol | Jaloliddin | Shohjahon | Kotibjon
Piter | Oksana | Hulkar | Axmadjon | Bek | Sitora 🌟 | Mr. Smith | Фируза-хола | Dilbar♥
Sherzodbek | Islom | Ramazon | Qurbon | Amir | Vazira | Hokima | Ботир | Хуснора | Хушнуд | Pinar
"""


@pytest.mark.parametrize("name", [name.strip() for line in REAL.split("\n") for name in line.split("|") if name])
def test_real_name_passes(name: str) -> None:
    judgement = judge_name(name)
    assert judgement.verdict == "pass", judgement.reasons


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("", "moderation-name-empty"),
        ("  \n ", "moderation-name-empty"),
        ("\u200b", "moderation-name-letters"),
        ("🎉🎂", "moderation-name-letters"),
        ("...", "moderation-name-letters"),
        ("А" * 61, "moderation-name-long"),
        ("Aziz2010", "moderation-name-digits"),
        ("12345", "moderation-name-digits"),
        ("www.example.com", "moderation-name-link"),
        ("t.me/azizbek", "moderation-name-link"),
        ("@azizbek", "moderation-name-link"),
        ("+998901234567", "moderation-name-link"),
        ("<b>Ali</b>", "moderation-name-signs"),
        ("{name}", "moderation-name-signs"),
        ("Ь", "moderation-name-letters"),
        ("ʻʻʻ", "moderation-name-letters"),
        ("李明", "moderation-name-strange"),
        ("Nguyễn", "moderation-name-strange"),
        ("Сука", "moderation-insult"),
        ("Ali jalab", "moderation-insult"),
        ("fuck you", "moderation-insult"),
        ("мудак Петя", "moderation-insult"),
    ],
)
def test_no_name_is_told_why(name: str, key: str) -> None:
    judgement = judge_name(name)
    assert judgement.verdict == "blocked"
    assert judgement.reasons[0].key == key
    for language in LANGUAGES:
        assert explain(judgement, language)[0]


def test_name_is_tidied() -> None:
    assert tidy_name("  Dilnoza   opa 🌹\n") == "Dilnoza opa"
    assert tidy_name("Oʻgʻiloy") == "Oʻgʻiloy"
    assert tidy_name("O'Connor, ") == "O'Connor"
    assert tidy_name("Анна\u200b-Мария") == "Анна-Мария"
    assert tidy_name("𝓜𝓪𝓭𝓲𝓷𝓪 Ｏｐａ") == "Madina Opa"
    assert tidy_name("Ǵayrat Өмирбек") == "Ǵayrat Өмирбек"
