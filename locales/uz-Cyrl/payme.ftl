# What Payme, and through it a buyer, is told; and fiscal receipts.
payme-not-post = Сўров POST усулида юборилиши керак.
payme-bad-json = Сўровни JSON сифатида ўқиб бўлмади.
payme-bad-request = Сўровда мажбурий майдон йўқ ёки тури нотўғри.
payme-no-method = Бундай усул йўқ.
payme-not-allowed = Бу амал учун ҳуқуқ етарли эмас.
payme-broken = Бизда носозлик юз берди. Бироздан кейин уриниб кўринг.
payme-wrong-amount = Сумма буюртманики билан бир хил эмас.
payme-no-transaction = Бундай транзакция топилмади.
payme-delivered = Буюртма тўлиқ топширилган, уни бекор қилиб бўлмайди.
payme-impossible = Бу амални ҳозир бажариб бўлмайди.
payme-too-late = Тўлов муддати тугаган. Саҳифани қайта очинг.
payme-no-order = Бундай рақамли буюртма топилмади. Рақамни текширинг.
payme-no-receipt = Бундай чек топилмади.
payme-bad-receipt = Чек маълумотлари нотўғри.
payme-away = Payme ҳозирча ишламаяпти. Бошқа тўлов усулини танланг.
payme-refund-reason = Тўлов бекор қилинди, пулингиз қайтарилди.
