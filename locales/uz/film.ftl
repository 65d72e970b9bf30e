film-title = { $recipient } uchun
film-mark = AI · Stario
film-spoken-by = { $artist } obrazi sunʼiy intellekt yordamida jonlantirilgan
