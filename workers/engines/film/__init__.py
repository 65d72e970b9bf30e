"""The film around an animator's frames: title, captions, the AI mark, an ending, sound, the cover and the MP4."""

from workers.engines.film.shooting import FilmStudio

__all__ = ["FilmStudio"]
