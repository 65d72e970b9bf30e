"""Which mirrors this machine's own apt uses, read from its source lists (one-line and deb822)."""

import re
from dataclasses import dataclass
from pathlib import Path

_OPTIONS = {"signed-by": "Signed-By", "trusted": "Trusted", "arch": "Architectures"}
_ONE_LINE = re.compile(r"^deb\s+(?:\[(?P<options>[^\]]*)\]\s+)?(?P<uri>\S+)\s+(?P<suite>\S+)\s*(?P<parts>.*)$")
_ROLLING = {"stable", "oldstable", "testing", "unstable", "sid"}


@dataclass(frozen=True)
class Source:
    """One entry: where, which suites, which components, and the fields that say how to trust it."""

    uris: str
    suites: tuple[str, ...]
    components: tuple[str, ...]
    trust: tuple[tuple[str, str], ...] = ()

    def render(self, suite: str, components: str) -> str:
        """A deb822 entry for the same mirror with another suite and components."""
        lines = ["Types: deb", f"URIs: {self.uris}", f"Suites: {suite}", f"Components: {components}"]
        return "\n".join(lines + [f"{name}: {value}" for name, value in self.trust]) + "\n"


def read_sources(etc: Path = Path("/etc/apt")) -> list[Source]:
    """Every enabled binary source of the machine."""
    lists = [etc / "sources.list", *sorted((etc / "sources.list.d").glob("*.list"))]
    stanzas = sorted((etc / "sources.list.d").glob("*.sources"))
    found = [source for path in lists if path.is_file() for source in _parse_list(path.read_text())]
    return found + [source for path in stanzas for source in _parse_stanzas(path.read_text())]


def find_distribution(sources: list[Source], codename: str) -> Source | None:
    """The entry of the distribution itself (not a third party's, not security or updates)."""
    suites = _ROLLING | {codename}
    return next((s for s in sources if "main" in s.components and suites & set(s.suites)), None)


def own_suite(source: Source, codename: str) -> str:
    """The suite of `source` that the machine itself is on."""
    return codename if codename in source.suites else next(s for s in source.suites if s in _ROLLING)


def _parse_list(text: str) -> list[Source]:
    found = []
    for line in text.splitlines():
        match = _ONE_LINE.match(line.split("#")[0].strip())
        if match and not match["uri"].startswith("cdrom:"):
            options = dict(part.split("=", 1) for part in (match["options"] or "").split() if "=" in part)
            trust = tuple((_OPTIONS[k], v.replace(",", " ")) for k, v in options.items() if k in _OPTIONS)
            found.append(Source(match["uri"], (match["suite"],), tuple(match["parts"].split()), trust))
    return found


def _parse_stanzas(text: str) -> list[Source]:
    return [source for stanza in re.split(r"\n\s*\n", text) if (source := _parse_stanza(stanza))]


def _parse_stanza(stanza: str) -> Source | None:
    fields: dict[str, str] = {}
    name = ""
    for line in stanza.splitlines():
        if line.startswith("#"):
            continue
        if line[:1].isspace() and name:
            fields[name] += "\n" + line  # a key written out in the entry itself goes on over many lines
        elif ":" in line:
            name, _, value = line.partition(":")
            name = name.strip().lower()
            fields[name] = value.strip()
    if "deb" not in fields.get("types", "").split() or fields.get("enabled", "yes").lower() in ("no", "false", "0"):
        return None
    names = {"signed-by": "Signed-By", "trusted": "Trusted", "architectures": "Architectures"}
    trust = tuple((label, fields[key]) for key, label in names.items() if key in fields)
    suites, components = fields.get("suites", "").split(), fields.get("components", "").split()
    return Source(" ".join(fields.get("uris", "").split()), tuple(suites), tuple(components), trust)
