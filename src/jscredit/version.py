"""The library's version; every decision names it."""

__version__ = "0.1.0"
