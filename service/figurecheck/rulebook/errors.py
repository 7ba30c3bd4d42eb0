"""What is wrong with a file of rules, where, and how to mend it."""

from pathlib import Path


class RulesError(ValueError):
    """A rules file that cannot be used. Its text names the file, the place in it, what is wrong, and the mend."""

    def __init__(self, file: Path | str, problem: str, *, place: str = "", mend: str = "") -> None:
        self.file = str(file)
        self.place = place
        self.problem = problem
        self.mend = mend
        where = f"{self.file}: {place}" if place else self.file
        super().__init__(f"{where}: {problem}" + (f"; {mend}" if mend else ""))
