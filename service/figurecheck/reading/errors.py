"""What is wrong with an input, in one line that says how to mend it."""


class ReadError(ValueError):
    """An input that cannot be read.

    `name` is the file (or what stands for one), `problem` what is wrong, `place` where in it ("line 3", "byte 120") and
    `mend` what to do, each of the last two "" where there is nothing to say. `str()` is one line of them all.
    """

    def __init__(self, name: str, problem: str, place: str = "", mend: str = "") -> None:
        self.name, self.problem, self.place, self.mend = (_one_line(part) for part in (name, problem, place, mend))
        super().__init__(": ".join(filter(None, (self.name, self.place, self.problem))) + (f"; {mend}" if mend else ""))

    def __reduce__(self) -> tuple[type["ReadError"], tuple[str, str, str, str]]:
        return type(self), (self.name, self.problem, self.place, self.mend)


def _one_line(text: str) -> str:
    """The text in one printable line."""
    return "".join(c if c.isprintable() else " " if c.isspace() else ascii(c)[1:-1] for c in text)
