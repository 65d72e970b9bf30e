# The public page of a result.
quiz-site-title = { $percent } % like { $artist }
quiz-site-words = Somebody took the face quiz and looks { $percent } % like { $artist }. Now it is your turn!
quiz-site-private = Nobody’s photo is on this page: it was deleted 3 seconds after the answer.
quiz-site-try = Try it yourself
