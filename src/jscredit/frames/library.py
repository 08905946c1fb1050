"""narwhals, the one face of all backends. Importing this says which extra is missing."""

from jscredit.errors import MissingExtra

try:
    import narwhals.stable.v2 as nw
except ImportError as error:  # the extra is not installed
    raise MissingExtra.of("frames", "narwhals") from error

__all__ = ["nw"]
