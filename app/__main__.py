"""`python -m app` is `communique`."""

from app.cli import main

main()
