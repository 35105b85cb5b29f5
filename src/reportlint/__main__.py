"""``python -m reportlint``, and what the installed command calls."""

from __future__ import annotations

import gc


def main() -> None:
    """Run the command line and exit.

    What is imported and loaded stays to the end: to look through it for garbage while it grows, and once more on
    leaving, would take longer than to check a draft.
    """
    gc.disable()
    from reportlint.cli import main as run

    try:
        run()
    finally:
        gc.freeze()


if __name__ == "__main__":
    main()
