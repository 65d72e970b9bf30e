"""Quizzes with questions: the games, and how people write them."""
