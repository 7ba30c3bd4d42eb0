"""python -m figurecheck: the same as the command figurecheck."""

from figurecheck.cli.main import main

if __name__ == "__main__":  # a process that reads for the service imports this too
    main()
