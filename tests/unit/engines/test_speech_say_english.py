"""English decades, years, days, centuries, fractions and drawn-out words, as a person reads them."""

import pytest

from workers.engines.speech.say import say_text

PERIODS = """
1990s, 1980's, 2010s = nineteen nineties, nineteen eighties, twenty tens
the 90s, in the '80s, the 90's, in her 30s = the nineties, in the eighties, the nineties, in her thirties
the 2000s, 1900s, the 1800s = the two thousands, nineteen hundreds, the eighteen hundreds
mid-1990s, class of '95 = mid-nineteen nineties, class of ninety-five
Happy New Year 2027! = Happy New Year twenty twenty-seven!
the year 2000, in 1876, 2020-2027 = the year two thousand, in eighteen seventy-six, twenty twenty to twenty twenty-seven
XXI century, XX–XXI centuries = twenty-first century, twentieth to twenty-first centuries
Henry VIII, World War II, Chapter IV = Henry the eighth, World War two, Chapter four
on May 5, 2024; May 5-6; 5-6 May = on May fifth, twenty twenty-four, May fifth to sixth, the fifth to sixth of May
1st of September 2026 = the first of September twenty twenty-six
12/25/2026, 25.12.2026 = the twenty-fifth of December twenty twenty-six, the twenty-fifth of December twenty twenty-six
from 10:00 to 12:00 = from ten o'clock to twelve o'clock
"""

NUMBERS = """
21st, 22ND, 50th birthday = twenty-first, twenty-second, fiftieth birthday
1/2, 3/4, 2/3, ½ = one half, three quarters, two thirds, one half
1 1/2, 24/7 = one and one half, twenty-four seven
5-6, 5x5 = five to six, five by five
5-year-old, 25-year anniversary = five-year-old, twenty-five-year anniversary
1,000,000 smiles, 1000000 smiles = one million smiles, one million smiles
"""

REPEATS = """
Yaaaaay, Haaaa, Heyyyy = Yay, Ha, Hey
Coooool, Sooooo goood, Happpyyy = Cool, So good, Happy
"""


def read_table(*tables: str) -> list[tuple[str, str]]:
    pairs = [line.split(" = ") for table in tables for line in table.strip().split("\n")]
    return [(written, spoken) for written, spoken in pairs]


@pytest.mark.parametrize(("written", "spoken"), read_table(PERIODS, NUMBERS, REPEATS))
def test_it_is_read_as_a_person_reads(written: str, spoken: str) -> None:
    assert say_text(written, "en") == spoken
