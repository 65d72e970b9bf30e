# The artist's tap under a clip.
staff-clip-thanks = Раҳмат! Видео мухлисга кетди.
staff-clip-sorry = Тушунарли, юбормаймиз. Мухлисга айтамиз ва пулини қайтарамиз.
staff-clip-approved = ✅ Тасдиқладингиз
staff-clip-refused = ✖️ Рад этдингиз
staff-clip-closed = Бу видео бўйича қарор қилинган

# Words that wait for a validator.
staff-review-yes = Мумкин
staff-review-no = Рад этиш
staff-pick-rude = Қўпол ёки ҳақоратли
staff-pick-personal = Шахсий маълумот бор
staff-pick-promise = Санъаткор номидан ваъда ёки реклама
staff-pick-offtopic = Бу санъаткор гапирмайдиган мавзу
staff-pick-own = ✍️ Ўз сабабимни ёзаман
staff-pick-back = ‹ Орқага
staff-reason-rude = матн кимнидир хафа қилиши мумкин. Меҳрибонроқ сўзлар билан ёзиб кўринг.
staff-reason-personal = унда бировнинг шахсий маълумоти бор. Телефон, манзил ва шунга ўхшаш нарсаларсиз ёзинг.
staff-reason-promise = санъаткор номидан ваъда ёки реклама айтилмайди. Оддий табрик ёзинг.
staff-reason-offtopic = бу санъаткор бундай мавзуда гапирмайди. Бошқача ёзинг ёки бошқа санъаткорни танланг.
staff-reason-hint = Сабаб: уни мухлис ўқийди
staff-ask-reason = { $who }, рад этиш сабабини шу хабарга жавоб қилиб ёзинг. Уни мухлис ўқийди.
staff-toast-approved = Рухсат берилди.
staff-toast-refused = Рад этилди, мухлисга сабаби айтилади.
staff-approved = ✅ Рухсат берди: <b>{ $who }</b>
staff-refused = ✖️ Рад этди: <b>{ $who }</b>

# People who ask for help.
staff-support-card = 🆘 <b>{ $who }</b> ёзди · #u{ $id }
    { $words }

    <i>Жавоб бериш учун шу хабарга жавоб (Reply) ёзинг.</i>
staff-support-sent = Жавоб юборилди.
staff-support-lost = Жавоб етиб бормади: бу одам ботни тўхтатган ёки маълумотларини ўчирган.
staff-support-below = 👇 Хабар пастда.
staff-support-no-voice = Жавоб етиб бормади: бу одам овозли ва думалоқ видео хабарларни қабул қилмайди. Ёзиб юборинг ёки файл қилиб жўнатинг.
staff-support-not-carried = Жавоб етиб бормади: бундай хабарни етказиб бўлмайди. Матн, расм, видео, файл ёки овозли хабар юборинг.
staff-support-later = Жавоб ҳозир етиб бормади. Бир оздан сўнг яна юборинг.
