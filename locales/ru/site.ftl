# Открытые страницы и ответы API, когда что-то не так.
site-no-page = Такой страницы нет.
site-wrong-method = Этот адрес не принимает таких запросов.
site-too-large = Слишком много для одного запроса.
site-bad-json = Это не похоже на JSON.
site-not-json = Пришлите, пожалуйста, JSON (Content-Type: application/json).
site-bad-fields = Проверьте, пожалуйста, поля: { $fields }.
site-sign-in = Войдите, пожалуйста, ещё раз.
site-rate = Слишком много запросов. Подождите { $seconds } с.
site-key-in-use = На такой же запрос мы ещё отвечаем. Подождите немного.
site-key-other-body = Этот Idempotency-Key уже был у другого запроса.
site-bad-key = Idempotency-Key — это от 1 до 255 обычных символов.
site-occasion = Такого повода здесь нет. Выберите из этих: { $occasions }.
site-foreign-origin = Запрос пришёл со стороны, поэтому мы его отклонили.
site-away = Одна из наших служб переводит дух. Попробуйте через минуту.
