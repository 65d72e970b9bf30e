"""Stories on real servers: each from what somebody does to what somebody else sees.

Two stages. `services` (with `listener` and `fan` from `conftest.py`) runs the bot in the test's own process against an
empty world: quick, and the test may look into the database. `stack` is the whole product in its own processes, shared
by the session: for what only several processes together can promise. Either way people act through `tests/control.py`,
and talk as `talking.py: Chatter`; programs come as `tests/rest.py` (stack) or `webapp/web_client.py` (own process).

Worlds make what a story starts from. Take the one whose noun it is about:

- `world.py` – a fan, an artist who is free, paid or careful, a greeting ordered from one;
- `worker_world.py` – one worker at work in the test's process, with the jobs that are given;
- `money/money_world.py` – goods, orders, receipts and holds; `money/money_audit.py` says whether the books agree;
- `rails/rails_world.py` – orders for so'm, and Payme and Click calling the shop;
- `shop/shopping.py` – products, a poster that may be printed, a way to deliver;
- `parcels/parcel_world.py` – orders in production, the carrier asked;
- `posters/poster_world.py` – a design worker in the test's process, a poster's request;
- `quiz/quiz_world.py` – a face worker in the test's process, photos brought to it;
- `privacy/privacy_world.py` – a fan of whom every room keeps something.
"""
