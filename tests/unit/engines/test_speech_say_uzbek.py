"""Uzbek ordinals, dates, endings and centuries in both scripts, as a person reads them."""

import pytest

from workers.engines.speech.say import say_text

LATIN = """
25-yil, 2027-yilda, 2027 yil = yigirma beshinchi yil, ikki ming yigirma yettinchi yilda, ikki ming yigirma yettinchi yil
1-sentabr, 7-noyabr = birinchi sentabr, yettinchi noyabr
8-martda, 25-mayda = sakkizinchi martda, yigirma beshinchi mayda
90-yillar, 90-larda = toʻqsoninchi yillar, toʻqsoninchilarda
1990-yillardan = bir ming toʻqqiz yuz toʻqsoninchi yillardan
XXI asr, 21-asrda, XX–XXI asrlar = yigirma birinchi asr, yigirma birinchi asrda, yigirmanchi-yigirma birinchi asrlar
VIII asr, V sinf, II jahon urushi = sakkizinchi asr, beshinchi sinf, ikkinchi jahon urushi
5-6 yosh, 5–6 yosh, 10-15 kishi = besh-olti yosh, besh-olti yosh, oʻn-oʻn besh kishi
10:00 dan 12:00 gacha, 10:00-12:00 = oʻndan oʻn ikkigacha, oʻn-oʻn ikki
soat 9:05 da, soat 9.30 da = soat toʻqqiz nol beshda, soat toʻqqiz oʻttizda
3-o'rin, 1-sinf, 2-3-sinf, 1-chi = uchinchi oʻrin, birinchi sinf, ikki-uchinchi sinf, birinchi
25 yilligingiz, 50-yilligi, 25-lik = yigirma besh yilligingiz, ellik yilligi, yigirma beshlik
5ta, 5-ta, 3 tadan = besh ta, besh ta, uch tadan
25ga, 25 ga, yoshi 25da, 100 yoshga = yigirma beshga, yigirma beshga, yoshi yigirma beshda, yuz yoshga
25-yoshli, 9-qavatli, 2-si = yigirma besh yoshli, toʻqqiz qavatli, ikkisi
1-5 sentabr, 25‑yil, 08:00 da = bir-beshinchi sentabr, yigirma beshinchi yil, sakkizda
2026-y. = ikki ming yigirma oltinchi yil
01.09.2026 = birinchi sentabr ikki ming yigirma oltinchi yil
1/2, 3/4, 100%, 10°, 5x5 = yarim, toʻrtdan uch, yuz foiz, oʻn daraja, besh karra besh
LI MING, DI, I. Karimov = li ming, di, i. karimov
Haaaa, Uraaaaa, ura-a-a = haaa, uraaa, uraaa
"""

CYRILLIC = """
25-йил, 2027-йил 1-сентябр = yigirma beshinchi yil, ikki ming yigirma yettinchi yil birinchi sentyabr
90-йиллар, XXI аср, 5–6 ёш = toʻqsoninchi yillar, yigirma birinchi asr, besh-olti yosh
10:00 дан 12:00 гача, 25га, 100 ёшга = oʻndan oʻn ikkigacha, yigirma beshga, yuz yoshga
3-ўрин, 1-чи, 8-мартингиз = uchinchi oʻrin, birinchi, sakkizinchi martingiz
Ҳаааа, Ураааа = haaa, uraaa
"""


def read_table(*tables: str) -> list[tuple[str, str]]:
    pairs = [line.split(" = ") for table in tables for line in table.strip().split("\n")]
    return [(written, spoken) for written, spoken in pairs]


@pytest.mark.parametrize(("written", "spoken"), read_table(LATIN, CYRILLIC))
def test_it_is_read_as_a_person_reads(written: str, spoken: str) -> None:
    assert say_text(written, "uz") == spoken
    assert say_text(written, "uz-Cyrl") == spoken


def test_an_amount_with_a_mark_too_many_is_still_read() -> None:
    assert say_text("1.$ va 0.$", "uz")
