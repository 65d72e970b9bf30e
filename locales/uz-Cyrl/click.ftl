# Payments through Click.
click-alert-contradiction = ⚠️ Click тасдиқланган тўловни бекор қилди (код { $code }): транзакция { $transaction }, буюртма № { $number }. Click кабинетида текширинг.
click-away = Click ҳозир жавоб бермаяпти. Бироздан кейин уриниб кўринг.
click-refund-reason = Тўлов Click орқали қайтарилди.
click-alert-fiscal = ⚠️ № { $number } буюртма чеки Click орқали юборилмади: { $why }
