film-title = { $recipient }, это для вас
film-mark = ИИ · Stario
film-spoken-by = Образ { $artist } оживлён искусственным интеллектом
