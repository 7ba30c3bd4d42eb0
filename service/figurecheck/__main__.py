"""python -m figurecheck: the same as the command figurecheck."""

from figurecheck.cli.main import main

main()
