"""Records: given by position or name, frozen, compared by value; what does not fit is refused at once."""

from __future__ import annotations

import pickle
from functools import cached_property

import pytest

from reportlint.record import described, fields, is_record, record, replace


@record
class Place:
    """A record with every kind of field."""

    name: str
    rank: int = 2
    note: str = described(default="", compare=False, doc="说明")

    @cached_property
    def shown(self) -> str:
        """What is worked out once and kept."""
        return f"{self.name}{self.rank}"


@record
class Town:
    """Another record with the same fields."""

    name: str
    rank: int = 2
    note: str = ""


@pytest.mark.parametrize(
    "made",
    [Place("青岚", 3), Place("青岚", rank=3), Place(name="青岚", rank=3), Place("青岚", 3, "不比较")],
)
def test_by_position_or_name(made):
    assert (made.name, made.rank) == ("青岚", 3)
    assert made == Place("青岚", 3)
    assert hash(made) == hash(Place("青岚", 3))


@pytest.mark.parametrize(
    ("args", "given"),
    [((), {}), ((), {"rank": 1}), (("a", 1, "", 4), {}), (("a",), {"name": "b"}), (("a",), {"size": 1}), ((), {"size": 1})],
)  # fmt: skip
def test_what_does_not_fit_is_refused(args, given):
    with pytest.raises(TypeError, match=r"Place\("):
        Place(*args, **given)


def test_defaults_and_what_was_said_of_a_field():
    assert Place("青岚") == Place("青岚", 2)
    assert [(field.name, dict(field.metadata)) for field in fields(Place)] == [
        ("name", {}), ("rank", {}), ("note", {"doc": "说明"}),
    ]  # fmt: skip
    assert is_record(Place)
    assert not is_record(str)


def test_other_values_and_other_classes_differ():
    assert Place("青岚") != Place("云川")
    assert Place("青岚") != Town("青岚")


def test_frozen():
    place = Place("青岚")
    with pytest.raises(AttributeError, match="Place is frozen: rank"):
        place.rank = 3
    with pytest.raises(AttributeError, match="Place is frozen: rank"):
        del place.rank


def test_a_changed_copy_works_things_out_anew():
    place = Place("青岚")
    assert place.shown == "青岚2"
    assert replace(place, rank=3).shown == "青岚3"
    assert place.rank == 2
    with pytest.raises(TypeError):
        replace(place, size=3)


def test_it_is_shown_and_travels_between_processes():
    assert repr(Place("青岚", note="a")) == "Place(name='青岚', rank=2, note='a')"
    assert pickle.loads(pickle.dumps(Place("青岚"))) == Place("青岚")
