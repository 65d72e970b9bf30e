"""Whose question it is that staff answer."""

from bot.people.support import asker_of


def test_the_asker_is_read_from_our_line_and_not_from_the_question() -> None:
    assert asker_of("🆘 Dilnoza · #u50001\n#u666 pul qaytmadi") == 50001
    assert asker_of("🆘 #u666 yozdi · #u50001\nsalom") == 50001
    assert asker_of("salom\n#u666") is None
