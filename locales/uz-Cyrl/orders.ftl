# What a person has ordered.
orders-list = <b>Буюртмаларингиз</b>
    Кўриш учун бирини танланг.
orders-none = Ҳали буюртмангиз йўқ. Биринчи табрикни юборамизми?
orders-details = <b>№ { $number }</b> · { $date }
    🌟 { $artist } → <b>{ $recipient }</b>
    { $occasion }
    <blockquote>{ $words }</blockquote>
    Нархи: { $price }
    { $status }
orders-status-in-review = 🔎 Сўзлар текширилмоқда
orders-status-awaiting-payment = 💳 Тўлов кутилмоқда
orders-status-queued = ⏳ Навбатда
orders-status-rendering = 🎬 Тайёрланмоқда
orders-status-awaiting-approval = ✋ Санъаткор тасдиғини кутмоқда
orders-status-ready = 📤 Юборилмоқда
orders-status-delivered = ✅ Юборилган
orders-status-refused = ✖️ Рад этилган, тўлов бўлган бўлса, қайтарилади
orders-status-failed = ✖️ Тайёрлаб бўлмади, тўлов бўлган бўлса, қайтарилади
orders-status-cancelled = ✖️ Бекор қилинган
orders-status-expired = ✖️ Тўлов вақти тугаган
orders-back = ‹ Буюртмалар
orders-resend = ▶️ Видеони юбориш
orders-resend-comes = Юборяпмиз…
orders-pay = Тўлаш { $price }
orders-cancel = ✖️ Бекор қилиш
orders-cancelled = Буюртма бекор қилинди.
orders-refresh = 🔄 Янгилаш
orders-invoice-here = ☝️ Ҳисоб шу ерда. Тўласангиз, дарҳол бошлаймиз.
orders-surplus = Бу тўлов ортиқча эди. ⭐ { $stars } бир неча дақиқада қайтади.
