# Natijaning ochiq sahifasi.
quiz-site-title = { $artist }ga { $percent } % oʻxshash
quiz-site-words = Kimdir yuz oʻyinida { $artist }ga { $percent } % oʻxshash chiqdi. Endi sizning navbatingiz!
quiz-site-private = Bu sahifada hech kimning surati yoʻq: u javobdan 3 soniya keyin oʻchirilgan.
quiz-site-try = Oʻzimni sinab koʻraman
