"""Counts the tables of pairs beside this file anew from ``phrases.txt``; what it needs is told in ``README.md``.

    python rules/vocabulary/spelling/count.py LEXICON NGRAMS

``phrases.txt``, ``seen.txt``, and in ``alike.txt`` the shapes, 单独 and 都行 are kept by hand; the rest is written.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from functools import cache
from itertools import chain

from pypinyin import Style, pinyin
from sources import HERE, Model, corpora, dictionary, examples, inside, loose, own, pairs

WORD, PHRASE = 2, 4
TIERS = ("每篇都用的两个字的词", "最常用的两个字的词")  # the headings of these in ``phrases.txt``
SAME, NEAR = (2800, 2800, 1500), (900, 900, 450)  # how far down the list of characters one is taken for a slip
SURNAMES = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
)
CERTAIN = 1e-8  # a share of all words that is as likely a slip of those who wrote them
SELDOM, FEW = 5e-7, 3  # the same for pairs that only longer words go by, and how often the corpora may have them
COINED, MEET = (0.3, 0.07, 0.02), (5e-8, 2e-8, 8e-9)  # by how often a report has the word
UNLIKELY = 3  # so many times less is allowed where the characters do not even sound the same
HABIT = 2e-3  # people write one word in so many wrongly


def plain(heard: str) -> str:
    """As in ``reportlint.spelling``: what many speakers do not tell apart."""
    for full, short in (("zh", "z"), ("ch", "c"), ("sh", "s")):
        if heard.startswith(full):
            heard = short + heard[len(full) :]
    return heard[:-1] if heard.endswith(("ing", "eng", "ang")) else heard


@cache
def sound(char: str) -> str:
    """Its first reading, without the tone."""
    return str(pinyin(char, style=Style.NORMAL)[0][0])


class Slips:
    """Which characters are written for which."""

    def __init__(self, ranks: dict[str, int]) -> None:
        lines = (HERE / "alike.txt").read_text("utf-8").split("\n")
        self.kept = [line for line in lines if line[1:2] == "=" or line[:2] in ("单独", "都行")]
        self._shape = {line[0]: line[2:] for line in self.kept if line[1] == "="}
        self._ranks = ranks
        rows = dict(line.split(" ", 1) for line in self.kept if line[1] != "=")
        self.free = frozenset(rows["单独"])
        self._either = set(map(frozenset, rows["都行"].split()))
        self.used: set[str] = set()
        self._near: defaultdict[str, set[str]] = defaultdict(set)
        for char, rank in ranks.items():
            if rank < max(SAME):
                self._near[plain(sound(char))].add(char)

    def of(self, word: str, at: int, tier: int) -> set[str]:
        """The characters that may stand at a place of a word by mistake."""
        right = word[at]
        heard = sound(right)
        chars = {
            char
            for char in self._near[plain(heard)]
            if self._ranks[char] < (SAME if sound(char) == heard else NEAR)[tier]
        }
        chars.update(self._shape.get(right, ""))
        before = word[at - 1 : at]
        chars = {c for c in chars if self._either.isdisjoint((frozenset((right, c)), frozenset((before, right, c))))}
        self.used |= chars
        return chars - {right}


class Tables:
    """What is written: the pairs that never or rarely stand together, by the words that they are slips of."""

    def __init__(self, lexicon: str, ngrams: str) -> None:
        self._jieba = dictionary()
        self.within = inside(self._jieba.items())
        self._model = Model(lexicon, ngrams, self.within)
        two = [word for word in {*self._jieba, *self._model.words} if len(word) == WORD]
        self._starts, self._ends = Counter(word[0] for word in two), Counter(word[1] for word in two)
        self._own = pairs(own())
        self._counts = pairs(corpora())
        self._loose = loose(chain(corpora(), examples()), self._model.held)
        chars: Counter[str] = Counter()
        for pair, count in self._counts.items():
            chars[pair[0]] += count
        self.slips = Slips({char: rank for rank, (char, _) in enumerate(chars.most_common())})
        self.never: set[str] = set()
        self.rarely: set[str] = set()
        listed = [part.split("\n", 1) for part in ("\n" + (HERE / "phrases.txt").read_text("utf-8")).split("\n# ")[1:]]
        words = sorted({word for _, part in listed for word in part.split()})
        self._tier = {word: TIERS.index(head) for head, part in listed if head in TIERS for word in part.split()}
        for word in words:
            if len(word) == WORD:
                self._short(word)
        for word in words:
            if len(word) > WORD:
                self._long(word)
        self.rarely -= self.never

    def _is_word(self, pair: str) -> bool:
        return self._jieba.get(pair, 0) > 3 or pair in self._model.words

    def _unseen(self, pair: str, word: str) -> bool:
        """Whether a pair stands neither in a word, nor in the corpora, nor, but for slips, between the model's words."""
        if (
            self._counts[pair] > FEW
            or pair in self._loose
            or self._own[pair]
            or pair in self._model.within
            or self._is_word(pair)
        ):
            return False
        slips = min(CERTAIN, HABIT * self._model.words.get(word, 0) + 1e-9)
        return self.within.get(pair, 0) < 10 and self._model.loose.get(pair, 0) <= slips

    def _coined(self, pair: str, tier: int, sounds: bool) -> bool:
        """Whether a department may well make this a word, or one word end and the next begin with it."""
        made = self._starts[pair[0]] * self._ends[pair[1]] / sum(self._starts.values())
        met = self._model.words.get(pair[0], 0) * self._model.words.get(pair[1], 0)
        alone = not self.slips.free.isdisjoint(pair)
        return made * (1 if sounds else UNLIKELY) > COINED[tier] or met > MEET[max(tier, 2 * alone)]

    def _seldom(self, pair: str) -> bool:
        if self._own[pair] or self._is_word(pair) or self._counts[pair] > FEW:
            return False
        return self._model.pairs.get(pair, 0) + self._model.within.get(pair, 0) <= SELDOM

    def _short(self, word: str) -> None:
        tier = self._tier.get(word, 2)
        for at in (0, 1):
            for char in sorted(self.slips.of(word, at, tier)):
                pair = word[:at] + char + word[at + 1 :]
                sounds = sound(char) == sound(word[at])
                named = at == 0 and char in SURNAMES  # 陈效达 is a person, no 成效
                if self._unseen(pair, word) and not named and not self._coined(pair, tier, sounds):
                    self.never.add(pair)

    def _long(self, word: str) -> None:
        for at in range(len(word)):
            for char in sorted(self.slips.of(word, at, 2)):
                self._longer(word, word[:at] + char + word[at + 1 :], at)
        if len(word) >= PHRASE:
            for at in range(len(word) - 1):
                turned = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
                if turned != word:
                    found = [turned[i : i + 2] for i in (at, at - 1, at + 1) if 0 <= i < len(word) - 1]
                    self._add_rarely([pair for pair in found if self._seldom(pair)])

    def _longer(self, word: str, wrong: str, at: int) -> None:
        found = [wrong[i : i + 2] for i in (at - 1, at) if 0 <= i < len(word) - 1]
        seldom = [pair for pair in found if self._seldom(pair)]
        if len(word) < PHRASE and (len(seldom) < len(found) or (at != 1 and self._is_word(word[:at] + word[at + 1 :]))):
            return  # 个部门, 服务占: the other two are a word by themselves
        self._add_rarely(seldom)

    def _add_rarely(self, found: list[str]) -> None:
        """Of the pairs that a slip makes the rarest: one is enough to look at the place."""
        if found and self.never.isdisjoint(found) and self.rarely.isdisjoint(found):
            self.rarely.add(min(found, key=lambda pair: (self._counts[pair], self._model.pairs.get(pair, 0), pair)))

    def write(self) -> None:
        """Over the files beside this one."""
        write_pairs("never-together", self.never, 0)
        write_pairs("rarely-together", self.rarely, 0)
        strange = self.never | self.rarely
        first, last = {pair[0] for pair in strange}, {pair[1] for pair in strange}
        held = {p for p in self._model.held if p[1] in first or p[0] in last}
        write_pairs("together", held, 1)
        sounds: defaultdict[str, list[str]] = defaultdict(list)
        written = {char for pair in strange for char in pair} | self.slips.used
        for char in sorted(written):
            sounds[sound(char)].append(char)
        rows = [f"{heard} {''.join(chars)}" for heard, chars in sorted(sounds.items())]
        write("alike", [*rows, *self.slips.kept])


def write_pairs(name: str, found: set[str], by: int) -> None:
    """A row for each first (0) or second (1) character, with those that stand beside it."""
    rows: defaultdict[str, list[str]] = defaultdict(list)
    for pair in sorted(found):
        rows[pair[by]].append(pair[1 - by])
    write(name, [char + "".join(others) for char, others in sorted(rows.items())])


def write(name: str, lines: list[str]) -> None:
    """Under the line that says what the file is."""
    path = HERE / f"{name}.txt"
    head = path.read_text("utf-8").split("\n", 1)[0]
    path.write_text("\n".join([head, *lines]) + "\n", "utf-8")


if __name__ == "__main__":
    Tables(sys.argv[1], sys.argv[2]).write()
