"""`python -m letterbook` is `letterbook`."""

from letterbook.cli import main

if __name__ == "__main__":
    main()
