"""Named tuples are made as typing's are."""

from __future__ import annotations

import pickle
from typing import get_type_hints

from reportlint.named import NamedTuple


class Place(NamedTuple):
    """A place."""

    line: int
    column: int = 1

    @property
    def shown(self) -> str:
        """As it is printed."""
        return f"{self.line}:{self.column}"


def test_fields_defaults_and_methods():
    place = Place(3)
    assert place == (3, 1)
    assert place.shown == "3:1"
    assert place._replace(column=7) == Place(line=3, column=7)
    assert repr(place) == "Place(line=3, column=1)"
    assert Place.__doc__ == "A place."


def test_what_others_ask_of_it():
    assert get_type_hints(Place) == {"line": int, "column": int}
    assert pickle.loads(pickle.dumps(Place(2, 4))) == Place(2, 4)
    assert Place.__module__ == __name__
