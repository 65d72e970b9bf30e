film-title = For { $recipient }
film-mark = AI · Stario
film-spoken-by = The likeness of { $artist } is brought to life by AI
