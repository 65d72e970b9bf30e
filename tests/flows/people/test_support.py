"""Help from a person: a question goes to the staff, the answer comes back to whoever asked."""

from db.users import User
from tests.control import STAFF_CHAT, Control
from tests.flows.talking import Chatter, content, start_in


async def test_a_question_reaches_the_staff_and_the_answer_comes_back(fan: Chatter, playground: Control) -> None:
    await start_in(fan)
    await fan.say("/paysupport")
    await fan.tap("Xodimga yozish")
    await fan.expect("Nima boʻldi?")
    assert "xodimimizga yetdi" in content(await fan.say("<b>Pulim</b> qaytmadi, № 12345678"))
    timur = Chatter(playground.person(30002, STAFF_CHAT))
    card = await timur.expect(f"#u{fan.person.id}")
    assert "<b>Pulim</b> qaytmadi" in content(card)
    await timur.person.say("Bugun qaytadi.", reply_to=card["message_id"])
    assert "Bugun qaytadi." in content(await fan.expect("Xodimimizning javobi"))
    assert "photo" in await fan.say("Sabohat"), "after the question, words are a search again"


async def test_an_answer_to_somebody_who_is_gone_says_so(fan: Chatter, playground: Control) -> None:
    await start_in(fan)
    await fan.say("/paysupport")
    await fan.tap("Xodimga yozish")
    await fan.expect("Nima boʻldi?")
    await fan.say("Salom, savolim bor")
    timur = Chatter(playground.person(30002, STAFF_CHAT))
    card = await timur.expect(f"#u{fan.person.id}")
    await User.filter(telegram_id=fan.person.id).update(telegram_id=None)
    sent = await timur.person.say("Marhamat", reply_to=card["message_id"])
    await timur.expect("не дошёл", after=sent["message_id"])
