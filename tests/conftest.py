"""What every test may use: the packs, and a way to lint a text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reportlint.draft import Draft, Settings
from reportlint.engine import Plan, check_document
from reportlint.examples import as_document
from reportlint.finding import Report
from reportlint.rule import RulePack
from reportlint.rulepacks import load_pack

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def pack() -> RulePack:
    return load_pack()


@pytest.fixture(scope="session")
def general() -> RulePack:
    return load_pack("official-report")


@pytest.fixture(scope="session")
def lint(pack: RulePack, general: RulePack) -> Callable[..., Report]:
    """Lint a text as ``reportlint check`` would."""

    def run(text: str, path: str = "稿.txt", **settings: object) -> Report:
        return check_document(as_document(text, path), Plan(pack, general, Settings(**settings)))  # type: ignore[arg-type]

    return run


@pytest.fixture(scope="session")
def draft(pack: RulePack) -> Callable[[str], Draft]:
    """A text as a draft under the default pack."""
    return lambda text: Draft(as_document(text), pack)


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--update-expected`` rewrites what is kept beside the bad samples."""
    parser.addoption("--update-expected", action="store_true", help="rewrite the expected findings of samples/bad")
