"""Dated dictionaries (instruments, plans, meetings, organs) as rules use them; loading is :mod:`reportlint.rulepacks`.

A rule names a dictionary by the name of its file in ``rules/vocabulary``; the check gets the whole of it, typed.
"""

from __future__ import annotations

from reportlint.checktypes import option
from reportlint.record import record


@record
class Entry:
    """One thing that has a name and a time: ``valid_from`` and ``valid_to`` are ISO dates (2021-08-11), "" for open.

    ``short`` are lawful short names, ``wrong`` are forms that are always mistakes, ``supersedes`` names what this one
    replaced, ``instead`` what to write after ``valid_to``. ``certainty`` is A to D, as for a rule's basis.
    """

    name: str = option("正式名称")
    kind: str = option("种类，如 法律、规划、会议、机关", "")
    number: str = option("文号或届次", "")
    short: tuple[str, ...] = option("规范的简称", ())
    valid_from: str = option("从哪天起有效，如 2021-08-11；也可只写到年或月", "", format="date")
    valid_to: str = option("到哪天为止有效", "", format="date")
    supersedes: str = option("取代了什么", "")
    instead: str = option("失效后应改写为什么", "")
    region: str = option("只在哪个地方适用；不写为全国", "")
    wrong: tuple[str, ...] = option("常见的错误写法", ())
    note: str = option("说明", "")
    certainty: str = option(
        "核对程度：A 核对过官方原文，B 核对过转载，C 凭一般了解", "", choices=("", "A", "B", "C", "D")
    )


@record
class Dictionary:
    """A vocabulary file: its entries, and the names in it that are national where that matters."""

    name: str
    entries: tuple[Entry, ...] = ()
    national: tuple[str, ...] = ()
    about: str = ""
