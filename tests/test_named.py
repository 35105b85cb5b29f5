"""Named tuples do what those of ``typing`` do."""

from __future__ import annotations

import copy
import pickle
import typing

import pytest

from reportlint.named import NamedTuple


class Ours(NamedTuple):
    """A place."""

    start: int
    end: int = 7
    name: str = ""

    @property
    def size(self) -> int:
        """How much."""
        return self.end - self.start

    def __str__(self) -> str:
        return f"{self.start}-{self.end}"


class Theirs(typing.NamedTuple):
    """A place."""

    start: int
    end: int = 7
    name: str = ""

    @property
    def size(self) -> int:
        """How much."""
        return self.end - self.start

    def __str__(self) -> str:
        return f"{self.start}-{self.end}"


Theirs.__name__ = Theirs.__qualname__ = "Ours"

WAYS = {
    "positions": lambda cls: cls(1, 2, "甲"),
    "names": lambda cls: cls(name="甲", start=1),
    "defaults": lambda cls: cls(1),
    "made": lambda cls: cls._make([1, 2, "乙"]),
    "replaced": lambda cls: cls(1)._replace(end=9, name="丙"),
}


@pytest.mark.parametrize("way", WAYS)
def test_they_are_the_same(way):
    ours, theirs = WAYS[way](Ours), WAYS[way](Theirs)
    for look in (tuple, repr, str, hash, len, lambda it: it._asdict(), lambda it: (it.start, it.end, it.name, it.size)):
        assert look(ours) == look(theirs)
    assert ours == theirs
    assert copy.copy(ours) == pickle.loads(pickle.dumps(ours)) == ours
    assert type(pickle.loads(pickle.dumps(ours))) is Ours


@pytest.mark.parametrize(
    "name", ["_fields", "_field_defaults", "__match_args__", "__doc__", "__module__", "__qualname__"]
)
def test_the_classes_are_the_same(name):
    assert getattr(Ours, name) == getattr(Theirs, name)


WRONG = {
    "nothing": lambda cls: cls(),
    "too much": lambda cls: cls(1, 2, "", 4),
    "unknown": lambda cls: cls(1, size=2),
    "twice": lambda cls: cls(1, start=2),
    "made of too little": lambda cls: cls._make([1]),
    "replaced by unknown": lambda cls: cls(1)._replace(size=2),
    "set": lambda cls: setattr(cls(1), "start", 2),
    "new": lambda cls: setattr(cls(1), "other", 2),
}


@pytest.mark.parametrize("way", WRONG)
def test_what_is_wrong_is_wrong(way):
    raised = []
    for cls in (Ours, Theirs):
        with pytest.raises((TypeError, ValueError, AttributeError)) as caught:
            WRONG[way](cls)
        raised.append((caught.type, str(caught.value).replace("Theirs", "Ours").replace("<lambda>", "__new__")))
    assert raised[0][0] is raised[1][0]


def test_its_hints_are_told():
    assert typing.get_type_hints(Ours) == {"start": int, "end": int, "name": str}


def test_a_match_takes_it_apart():
    match Ours(1, 2, "甲"):
        case Ours(start, end, name="甲"):
            assert (start, end) == (1, 2)
        case _:
            pytest.fail("未匹配")


def test_defaults_come_last():
    with pytest.raises(TypeError):
        type(NamedTuple)(
            "Bad", (NamedTuple,), {"__annotations__": {"a": "int", "b": "int"}, "a": 1, "__module__": __name__}
        )
