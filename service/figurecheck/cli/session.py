"""What a call works with: its settings, rules, articles and corpus."""

from typing import TYPE_CHECKING, Any

from figurecheck.cli.failure import CallError

if TYPE_CHECKING:
    from figurecheck.rulebook import Rulebook
    from figurecheck.settings import Settings


def settings_with(**options: Any) -> "Settings":
    """The settings in force, with the options that the call gives (those not None) in their place.

    Raises SettingsError for a file or variable that cannot be read, or an option that is no such setting's value.
    """
    from figurecheck.settings import load_settings

    return load_settings(options={name: value for name, value in options.items() if value is not None})


def rulebook_of(settings: "Settings") -> "Rulebook":
    """The rules in force. Raises RulesError for a table that is wrong."""
    from figurecheck.rulebook import load_rulebook

    return load_rulebook(settings.rules)


def address_in(settings: "Settings") -> str:
    """The address of the corpus. Raises CallError where none is named."""
    if settings.database is None:
        raise CallError("no corpus named: give --database sqlite:///corpus.db or set FIGURECHECK_DATABASE")
    return settings.database
