"""``python -m reportlint``."""

from reportlint.cli import main

if __name__ == "__main__":
    main()
