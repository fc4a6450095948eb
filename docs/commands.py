"""The command line as a reference page, written out of the parser itself."""

from __future__ import annotations

import argparse
import inspect
from collections.abc import Iterable, Iterator

from arp import cli

WRITTEN = "*Written by `make docs` from the command line's own declaration. Do not edit by hand.*"
SHARED = ("--lake", "--json")  # said once, above


def page() -> str:
    """Every command with what it takes; the same parser always gives the same text."""
    return "\n\n".join(_blocks(cli.parser())) + "\n"


def _blocks(whole: argparse.ArgumentParser) -> Iterator[str]:
    commands = _commands(whole)
    yield "# Commands"
    yield WRITTEN
    yield (
        "Each begins with `python -m arp`, in the environment that `make run` made "
        "(`source .venv/bin/activate`)."
    )
    yield " ".join(inspect.cleandoc(cli.__doc__ or "").split("\n\n")[1].split())
    first = next(iter(commands.values()))
    yield "Every command takes:"
    yield _listed(action for action in _told(first) if action.option_strings[:1] in _shared())
    for name, command in commands.items():
        yield f"## {name}"
        yield _sentence(command.description or "")
        yield f"    {_usage(name, command)}"
        own = [one for one in _told(command) if one.option_strings[:1] not in _shared()]
        if any(one.help for one in own):
            yield _listed(one for one in own if one.help)


def _shared() -> list[list[str]]:
    return [[name] for name in SHARED]


def _commands(whole: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    """Each command's own parser, in the order in which they are declared."""
    groups = (one for one in whole._actions if isinstance(one, argparse._SubParsersAction))
    return dict(next(groups).choices)


def _told(command: argparse.ArgumentParser) -> list[argparse.Action]:
    return [one for one in command._actions if not isinstance(one, argparse._HelpAction)]


def _usage(name: str, command: argparse.ArgumentParser) -> str:
    """The command on one line, what may be left out in brackets."""
    own = (one for one in _told(command) if one.option_strings[:1] not in _shared())
    return " ".join(["python -m arp", name, *(_written(one) for one in own)])


def _written(action: argparse.Action) -> str:
    value = _value(action)
    if not action.option_strings:
        return {"+": f"{value} …", "*": f"[{value} …]"}.get(str(action.nargs), value)
    option = f"{action.option_strings[0]} {value}".strip()
    return option if action.required else f"[{option}]"


def _value(action: argparse.Action) -> str:
    if action.nargs == 0:
        return ""
    choices = "|".join(map(str, action.choices or ()))
    name = action.metavar or choices or action.dest.upper()
    return name if isinstance(name, str) else " ".join(name)


def _listed(actions: Iterable[argparse.Action]) -> str:
    return "\n".join(
        f"- `{' '.join(filter(None, [''.join(one.option_strings[:1]), _value(one)]))}`: "
        f"{_sentence(one.help or '')}"
        for one in actions
    )


def _sentence(text: str) -> str:
    said = f"{text[:1].upper()}{text[1:]}"
    return said if not said or said.endswith(".") else f"{said}."
