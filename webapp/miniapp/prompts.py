"""The artist's own words for the composer, all languages at once, so that choosing waits for nothing."""

from db.artists import Artist, ArtistPrompt

Words = dict[str, dict[str, list[str]]]  # language → occasion → texts with `{name}` in them


def words_languages(artist: Artist) -> list[str]:
    """What the words may be written in: the artist's languages, Uzbek in both scripts."""
    scripts = {"uz": ["uz", "uz-Cyrl"]}
    return [code for spoken in artist.languages for code in scripts.get(spoken, [spoken])]


async def list_words(artist: Artist, languages: list[str]) -> Words:
    words: Words = {language: {} for language in languages}
    for prompt in await ArtistPrompt.filter(artist_id=artist.id, language__in=languages).order_by("position"):
        words[prompt.language].setdefault(prompt.occasion, []).append(prompt.text)
    return words
