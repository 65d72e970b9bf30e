"""Bringing the voices: the machine's own mirrors are read right, and failure is told and survivable."""

from pathlib import Path

import pytest

from workers.engines.speech import fetch
from workers.engines.speech.apt_sources import find_distribution, own_suite, read_sources
from workers.engines.speech.rhvoice_files import NotFetched, find_rhvoice

DEBIAN = """\
# a remark
Types: deb deb-src
URIs: http://mirror.test/debian
Suites: bookworm bookworm-updates
Components: main
Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg

Types: deb
URIs: http://mirror.test/debian-security
Suites: bookworm-security
Components: main
"""
UBUNTU = """\
deb [arch=amd64 signed-by=/etc/apt/keyrings/vendor.gpg] https://vendor.test/apt nodistro main
# deb http://mirror.test/off noble main
deb-src http://mirror.test/ubuntu noble main
deb [signed-by=/usr/share/keyrings/ubuntu.gpg] http://mirror.test/ubuntu noble main restricted universe # ours
deb http://mirror.test/ubuntu noble-security main
"""
KEY_INSIDE = """\
Types: deb
URIs: http://mirror.test/debian
Suites: trixie
Components: main
Signed-By:
 -----BEGIN PGP PUBLIC KEY BLOCK-----
 .
 abc
 -----END PGP PUBLIC KEY BLOCK-----
"""


def write_etc(folder: Path, name: str, text: str) -> Path:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)
    return folder


def test_deb822_sources(tmp_path: Path) -> None:
    source = find_distribution(read_sources(write_etc(tmp_path, "sources.list.d/debian.sources", DEBIAN)), "bookworm")
    assert source is not None and own_suite(source, "bookworm") == "bookworm"
    assert source.render("trixie", "non-free").splitlines() == [
        "Types: deb",
        "URIs: http://mirror.test/debian",
        "Suites: trixie",
        "Components: non-free",
        "Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg",
    ]


def test_one_line_sources(tmp_path: Path) -> None:
    source = find_distribution(read_sources(write_etc(tmp_path, "sources.list", UBUNTU)), "noble")
    assert source is not None and source.uris == "http://mirror.test/ubuntu"
    assert "Signed-By: /usr/share/keyrings/ubuntu.gpg" in source.render("noble", "main")


def test_a_key_written_into_the_entry_is_kept(tmp_path: Path) -> None:
    source = find_distribution(read_sources(write_etc(tmp_path, "sources.list.d/a.sources", KEY_INSIDE)), "trixie")
    assert source is not None and "\n -----BEGIN PGP" in source.render("trixie", "main")


def test_a_disabled_entry_does_not_count(tmp_path: Path) -> None:
    etc = write_etc(tmp_path, "sources.list.d/debian.sources", "Enabled: no\n" + DEBIAN.split("\n\n")[0])
    assert read_sources(etc) == []


def test_what_was_never_fetched_says_how_to_mend_it(tmp_path: Path) -> None:
    with pytest.raises(NotFetched, match=r"workers\.engines\.speech\.fetch"):
        find_rhvoice(tmp_path)


def test_a_stamp_without_its_files_is_not_believed(tmp_path: Path) -> None:
    (tmp_path / "rhvoice").mkdir()
    (tmp_path / "rhvoice" / "stamp.json").write_text(f'{{"recipe": {fetch.RECIPE}, "version": "1"}}')
    with pytest.raises(NotFetched):
        find_rhvoice(tmp_path)


@pytest.mark.parametrize(("args", "code"), [([], 0), (["--require"], 3)])
def test_a_machine_without_apt_is_told_in_one_line(
    args: list[str], code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(fetch, "load_settings", lambda: type("S", (), {"voices_dir": tmp_path / "voices"}))
    assert fetch.main(args) == code
    said = capsys.readouterr().err
    assert said.count("\n") == 1 and "robotic" in said and "no apt" in said
