"""Posters: designs, words and pictures, and how a design looks on things."""
