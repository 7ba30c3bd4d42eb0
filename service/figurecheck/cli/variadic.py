"""`--against C D`: an option that takes every path up to the next option."""

from typing import Any

from typer import Context
from typer.core import TyperCommand

VARIADIC = "--against"


class AgainstCommand(TyperCommand):
    """A command whose --against takes the paths that follow it; where that would leave no path to check, just one."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """The arguments left over, as click has it."""
        spread = _spread(args)
        return super().parse_args(ctx, spread if self._leaves_paths(ctx, spread) else args)

    def _leaves_paths(self, ctx: Context, args: list[str]) -> bool:
        given, _, _ = self.make_parser(ctx).parse_args(args=list(args))
        return bool(given.get("paths"))


def _spread(args: list[str]) -> list[str]:
    """The arguments with `--against C D` written as `--against C --against D`."""
    result: list[str] = []
    taking = False
    for at, arg in enumerate(args):
        if arg == "--":
            return result + args[at:]
        if arg == VARIADIC:
            taking = True
        elif arg.startswith("-") and arg != "-":
            taking = False
            result.append(arg)
        elif taking:
            result += [VARIADIC, arg]
        else:
            result.append(arg)
    if args and args[-1] == VARIADIC:
        result.append(VARIADIC)
    return result
