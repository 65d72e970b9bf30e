# Очиқ саҳифалар ва хатолик бўлганда API жавоблари.
site-no-page = Бундай саҳифа йўқ.
site-wrong-method = Бу манзил бундай сўровни қабул қилмайди.
site-too-large = Битта сўров учун бу жуда кўп.
site-bad-json = Бу тўғри JSON эмас.
site-not-json = Илтимос, JSON юборинг (Content-Type: application/json).
site-bad-fields = Илтимос, шу майдонларни текширинг: { $fields }.
site-sign-in = Илтимос, қайтадан киринг.
site-rate = Сўровлар жуда кўп. { $seconds } сония кутиб туринг.
site-key-in-use = Худди шу сўровга ҳали жавоб бериляпти. Бироз кутинг.
site-key-other-body = Бу Idempotency-Key бошқа сўровда ишлатилган.
site-bad-key = Idempotency-Key 1 тадан 255 тагача оддий белгидан иборат бўлсин.
site-occasion = Бундай муносабат йўқ. Шулардан бирини танланг: { $occasions }.
site-foreign-origin = Сўров бегона жойдан келди, шунинг учун рад этилди.
site-away = Хизматимизнинг бир қисми нафас ростлаяпти. Бироздан сўнг уриниб кўринг.
