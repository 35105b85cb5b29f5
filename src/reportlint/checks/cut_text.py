"""``cut-text``: a paragraph that stops in mid-sentence before another heading or the end of the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reportlint.checktypes import Evidence, Problem, option
from reportlint.document import Block, Span
from reportlint.draft import Draft
from reportlint.imprint import is_imprint
from reportlint.lazyre import cached, lazy
from reportlint.patterns import Pattern
from reportlint.record import record

_LABEL = lazy(
    r"\s*(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|第[一二三四五六七八九十]+(?:部分|章)|\d{1,2}[.．、])"
)
_ATTACHED = lazy(
    r"附\s?(?:件|表|注|录)?\s?\d*\s?[：:]|联\s?系\s?(?:人|电话)|(?:电\s?话|传\s?真|邮\s?编|邮政编码|地\s?址|网\s?址|邮\s?箱)\s?[：:]|（?[填审]\s?[报核]\s?人"
)  # notes below the text, no sentences
_DANGLING = (
    "特别是",
    "尤其是",
    "以及",
    "并且",
    "而且",
    "但是",
    "因此",
    "对于",
    "为了",
    "同时",
    "从而",
    "进而",
)  # no line ends so
_CAUSE = ("因为", "由于", "原因是", "原因在于", "原因主要是", "包括", "例如", "比如")  # nor so, however short it is
_SENTENCE = 22  # code points
_TO_COME = lazy(r"(?:如下|以下[^：，。\n]{0,8}|包括|主要有)[：:]$")
_ANNOUNCED = 6  # code points of 问题如下：


@record
class CutTextCheck:
    """Only in texts whose paragraphs otherwise end in a full stop: hard-wrapped lines are not cut."""

    at_least: int = option("短于多少字的段落不看（多为条目、落款）", 40)
    yields_to: tuple[str, ...] = option("段末已由这些规则报出的（网页按钮等），不再说没有写完", ())

    def triggers(self) -> Iterable[Pattern]:
        """None: paragraphs are read by code."""
        return ()

    def run(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Problem | Evidence]:
        """One problem a paragraph."""
        yield from self._announced(draft, scope)
        yield from _left_open(draft, scope)
        ends = [
            draft.text[max(block.start, block.end - 2) : block.end].rstrip()[-1:] for block in draft.document.blocks
        ]
        if all(not end or end in "。！？；：”）.!?;:" for end in ends[len(draft.identity.title_blocks) :]):
            return
        bodies = self._bodies(draft)
        cut = [
            (index, block) for index, block in bodies if _open_end(draft.text[block.start : block.end].rstrip()[-1:])
        ]
        if not cut or len(cut) * 5 > len(bodies) + 5:
            return
        for index, block in cut:
            line = draft.text[block.start : block.end].rstrip()
            if self._said_otherwise(draft, Span(block.start, block.start + len(line))):
                continue
            alone = len(cut) == 1 and "，" in line and "\t" not in line
            if (alone or line.endswith((*_DANGLING, *_CAUSE)) or _followed_by_break(draft, index)) and any(
                s.start <= block.start < s.end for s in scope
            ):
                end = block.start + len(line)
                tail = line[-12:]
                yield Problem(Span(end - 1, end), f"这一段停在“…{tail}”，句子没有写完，请补全或补上句末标点")

    def _announced(self, draft: Draft, scope: Sequence[Span]) -> Iterator[Problem]:
        """A colon before a heading that goes on counting: what it announces is not there."""
        text, blocks = draft.text, draft.document.blocks
        titles = {heading.block for heading in draft.outline.own_line if not heading.run_in}
        for heading in draft.outline.own_line:
            if heading.kind not in ("han", "han-paren", "chapter") or heading.number < 2:
                continue
            block = blocks[heading.block - 1] if heading.block else None
            if block is None or heading.block - 1 in titles or block.kind == "row" or block.story:
                continue  # of a title with nothing below it empty-section speaks
            end = block.start + len(text[block.start : block.end].rstrip())
            if (
                end - block.start >= _ANNOUNCED
                and text[end - 1] in "：:"
                and any(s.start <= block.start < s.end for s in scope)
                and not self._said_otherwise(draft, Span(block.start, end))
            ):
                tail = text[max(block.start, end - 12) : end]
                yield Problem(Span(end - 1, end), f"“…{tail}”后面没有内容，就到了下一个标题，请补全")

    def _said_otherwise(self, draft: Draft, line: Span) -> bool:
        """Whether another rule calls the end of the paragraph something else than the report's own words."""
        return any(
            match.span.end >= line.end - 1
            for rule in draft.pack.rules
            if rule.name in self.yields_to
            for pattern in rule.check.triggers()
            if pattern in draft.occurring
            for match in pattern.find(draft.searchable, (line,))
        )

    def _bodies(self, draft: Draft) -> list[tuple[int, Block]]:
        """Paragraphs of running text: long, no heading of its own line, no table, no residue."""
        own_line = {h.block for h in draft.outline.headings if not h.run_in}
        skip = own_line | set(draft.identity.title_blocks) | draft.residue
        return [
            (index, block)
            for index, block in enumerate(draft.document.blocks)
            if index not in skip and block.kind != "row" and not block.story and not block.contents
            and self._long_enough(line := draft.text[block.start : block.end].strip()) and not is_imprint(line)
            and not _ATTACHED.match(line) and "\t" not in line  # a row of a table kept with tabs
            and not _long_heading(draft, index, line)
        ]  # fmt: skip

    def _long_enough(self, line: str) -> bool:
        """A short line with a comma is a sentence, too, and no item or signature."""
        return len(line) >= self.at_least or ("，" in line and (len(line) >= _SENTENCE or line.endswith(_CAUSE)))


def _long_heading(draft: Draft, index: int, line: str) -> bool:
    """Whether a numbered line without any stop stands above a paragraph that is not numbered."""
    if "。" in line or "；" in line or not _LABEL.match(line) or line.lstrip("（(")[:1].isdigit():
        return False  # 1. and （1） begin items more often than titles
    below = (draft.text[block.start : block.end] for block in draft.document.blocks[index + 1 :])
    following = next((text for text in below if text.strip()), "")
    return bool(following) and not _LABEL.match(following) and following.rstrip()[-1] in "。：；"


def _left_open(draft: Draft, scope: Sequence[Span]) -> Iterator[Problem]:
    """主要存在以下问题： and nothing after it but the signature."""
    edge = draft.identity.signature.start if draft.identity.signature else draft.extent.end
    last = draft.text[:edge].rstrip()
    match = _TO_COME.search(last[-_SENTENCE:])
    if match and any(span.start <= len(last) - 1 < span.end for span in scope):
        place = Span(len(last) - 1, len(last))
        yield Problem(place, f"“…{last.rpartition(chr(10))[2][-12:]}”后面没有内容，文章就结束了，请补全")


def _open_end(char: str) -> bool:
    """Whether a paragraph that ends so is not finished."""
    return bool(char) and (char.isalnum() or char in "，,、（(“《—")


def _followed_by_break(draft: Draft, index: int) -> bool:
    """Whether a heading or the end follows, so that the sentence cannot go on."""
    for later in range(index + 1, len(draft.document.blocks)):
        block = draft.document.blocks[later]
        line = draft.text[block.start : block.end]
        if line.strip() and later not in draft.residue:
            return bool(_LABEL.match(line)) or bool(block.story) or bool(cached(r"\s*[….。]+\s*").fullmatch(line))
    return True
