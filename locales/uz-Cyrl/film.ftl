film-title = { $recipient } учун
film-mark = AI · Stario
film-spoken-by = { $artist } образи сунъий интеллект ёрдамида жонлантирилган
