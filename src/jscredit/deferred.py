"""Names that a package loads when they are first asked for: what the common job does not need costs it nothing."""

from collections.abc import Callable
from importlib import import_module
from sys import modules
from typing import Any


def deferred(package: str, **homes: tuple[str, ...]) -> Callable[[str], Any]:
    """The module-level ``__getattr__`` of a package: for each of its modules, the names to be had from it.

    >>> find = deferred("jscredit.errors", label=("Label",))
    >>> find("Label").__name__
    'Label'
    >>> find("absent")
    Traceback (most recent call last):
    AttributeError: module 'jscredit.errors' has no attribute 'absent'
    """
    home_of = {name: home for home, names in homes.items() for name in names}

    def find(name: str) -> Any:
        home = home_of.get(name)
        if home is None:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        value = getattr(import_module(f"{package}.{home}"), name)
        setattr(modules[package], name, value)
        return value

    return find
