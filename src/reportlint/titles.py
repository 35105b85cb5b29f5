"""Titles of instruments (《…》): taken out of the text, made comparable, and looked up in a dated dictionary.

What may differ without being wrong is taken away before comparing: width, dashes, quotes, spaces and enumeration commas,
the country's name before a law and the issuing organ before 关于. How a near miss is told from another title is
:mod:`reportlint.nearmiss`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, lru_cache

from reportlint.dictionary import Dictionary, Entry
from reportlint.document import Span
from reportlint.lazyre import lazy
from reportlint.named import NamedTuple

_MARKED = lazy(r"《([^《》\n]{2,120})》")
_FOLDED = str.maketrans(
    {**dict.fromkeys("-－–―～~─", "—"), "(": "（", ")": "）"} | dict.fromkeys(" \t、，,·“”‘’\"'〈〉<>《》﹑", "")
)
_COUNTRY = "中华人民共和国"
_ISSUER = lazy(
    "^(?:中共中央办公厅|国务院办公厅|中共中央|国务院|中央宣传部|司法部|中办|国办|中央全面依法治国委员会办公室|"
    "中央全面依法治国委员会)+(?!组织法|令)(?=.{6})"
)
# three digits: a year that has lost one
_YEARS = lazy(r"（?(?<!\d)(\d{3,4})[—至到]?(\d{3,4})年?度?）?$")
_WRAPPED = lazy(r"^(?P<issuer>.*?)关于(?:印发|发布|公布|转发|下发)(?P<inner>.{4,80}?)的(?:通知|公告|函)$")
_NATIONAL_BEFORE = lazy(
    r"(?:国务院|中共中央|中央|国家|中办|国办|全国人大常委会|司法部|财政部|教育部|[总]局)[^，。；：！？《》\n]{0,10}$"
)
_ISSUED_BEFORE = lazy(
    r"(?:中共中央|国务院|中央|中办|国办|全国人大常委会)(?:、?国务院|、国办)?(?:办公厅|办公厅、国务院办公厅)?(?:联合)?(?:印发|发布|出台|公布|颁布)?的?$"
)
_OWN_BEFORE = lazy(
    r"(?:制定|出台|起草|草拟|代拟|研究|编制|拟定|制订|我[市区县局镇省委街]|本[市区县局镇省委])[^，。；：！？《》\n]{0,8}$"
)


class Cited(NamedTuple):
    """A title as it stands: ``span`` of the words between the marks, and what its surroundings tell.

    ``core`` is the comparable form without years, ``years`` the years of its horizon (20212025, "" for none).
    ``national`` says that it is named as a national instrument (国务院《…》, 中华人民共和国…), ``own`` that the words before
    speak of the reporter's own paper, ``country`` that the country's name stands before it, ``issued`` that its issuer
    is named right before it.
    """

    span: Span
    text: str
    core: str
    years: str
    national: bool
    own: bool
    country: bool
    issued: bool = False


@lru_cache(maxsize=4096)
def comparable(title: str) -> tuple[str, str, bool, bool]:
    """Core, years, whether an issuer and whether the country's name stood before it."""
    plain = title.translate(_FOLDED)
    issued = _ISSUER.match(plain)
    core = plain[issued.end() :] if issued else plain
    country = core.startswith(_COUNTRY) and len(core) > len(_COUNTRY) + 1
    core = core[len(_COUNTRY) :] if country else core
    years = _YEARS.search(core)
    if years and years.start():
        return core[: years.start()], years[1] + years[2], bool(issued), country
    return core, "", bool(issued), country


def cited_titles(
    text: str, scope: Iterable[Span], fine: Callable[[str], bool] = lambda words: False
) -> Iterator[Cited]:
    """Every marked title of the scope; of a notice that issues a paper also the paper's title.

    Those that are ``fine`` by their words alone are left out, unless years stand in brackets behind them.
    """
    for span in scope:
        if text.find("《", span.start, span.end) < 0:
            continue
        for match in _MARKED.finditer(text, span.start, span.end):
            if not fine(match[1]) or text[match.end() : match.end() + 1] in ("（", "("):
                yield cited(text, match.start(1), match.end(1))
            if "关于" in match[1]:
                inner = _WRAPPED.match(match[1].strip())
                if inner and comparable(inner["issuer"] + "关于")[0] == "关于":
                    start = match.start(1) + match[1].index(inner["inner"])
                    yield cited(text, start, start + len(inner["inner"]))


def cited(text: str, start: int, end: int) -> Cited:
    """The title that stands at a place, with the years that stand in brackets behind its mark."""
    title = text[start:end]
    core, years, issued, country = comparable(title)
    if not years and text[end : end + 2] in ("》（", "》("):
        behind = _YEARS.match(text[end + 1 : end + 16].partition("年")[0].translate(_FOLDED))
        years = behind[1] + behind[2] if behind else ""
    before = text[max(0, start - 16) : start].rstrip("《 ")
    national = issued or country or bool(_NATIONAL_BEFORE.search(before))
    own = not national and bool(_OWN_BEFORE.search(before))
    named = national and bool(_ISSUED_BEFORE.search(before))
    return Cited(Span(start, end), title, core, years, national, own, country, named)


class Titles:
    """A dictionary's titles by their comparable forms; ``others`` are titles that only must not be taken for misses."""

    def __init__(self, instruments: Dictionary, others: Iterable[Dictionary] = ()) -> None:
        self.known: dict[str, list[Entry]] = {}
        self.wrong: dict[str, Entry] = {}
        self.guard: set[str] = set()
        for entry in instruments.entries:
            for name in (entry.name, *entry.short):
                self.known.setdefault(comparable(name)[0], []).append(entry)
            for name in entry.wrong:
                core, years, _, _ = comparable(name)
                self.wrong[core + years] = entry
        for other in others:
            for entry in other.entries:
                self.guard.update(comparable(name)[0] for name in (entry.name, *entry.short))

    @cached_property
    def heads(self) -> dict[str, list[tuple[str, Entry]]]:
        """The titles by how they begin."""
        return self._by(lambda core: core[:2])

    @cached_property
    def halves(self) -> dict[str, list[tuple[str, Entry]]]:
        """The titles by how they end."""
        return self._by(lambda core: core[-2:])

    @cached_property
    def letters(self) -> dict[str, list[tuple[str, Entry]]]:
        """The titles by their characters, in whatever order these stand."""
        return self._by(lambda core: "".join(sorted(core)))

    def _by(self, key: Callable[[str], str]) -> dict[str, list[tuple[str, Entry]]]:
        found: dict[str, list[tuple[str, Entry]]] = {}
        for core, entries in self.known.items():
            found.setdefault(key(core), []).append((core, entries[0]))
        return found

    def entry(self, title: Cited) -> Entry | None:
        """The instrument that a title names rightly."""
        for entry in self.known.get(title.core, ()):
            years = horizon(entry)
            if not title.years or years == title.years:
                return entry
        return None


def horizon(entry: Entry) -> str:
    """The years that belong to an instrument's name, as they are compared."""
    own = comparable(entry.name)[1]
    return own or (entry.valid_from[:4] + entry.valid_to[:4] if entry.valid_to and entry.valid_from else "")
