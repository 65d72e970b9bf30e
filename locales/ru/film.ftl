film-title = { $recipient }, это вам
film-mark = ИИ · Stario
film-spoken-by = Образ { $artist } оживлён искусственным интеллектом
