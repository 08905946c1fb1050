"""What is given at the door must be of its type: all faults at once, never the value."""

from collections.abc import Mapping

from jscredit.errors import Fault, InvalidInput, Label


def require_types(given: Mapping[str, tuple[object, type]]) -> None:
    """Refuse what is not of its type.

    Raises:
        InvalidInput: ``argument.type``, one fault for each.

    >>> require_types({"written": (True, bool)})
    """
    wrong = [(name, wanted) for name, (value, wanted) in given.items() if not isinstance(value, wanted)]
    if wrong:
        raise InvalidInput(*(_fault(name, wanted) for name, wanted in wrong))


def _fault(name: str, wanted: type) -> Fault:
    return Fault(
        code="argument.type",
        message=Label(f"须为{wanted.__name__}", f"a {wanted.__name__} is needed"),
        cure=Label(f"请给出{wanted.__name__}", f"give a {wanted.__name__}"),
        field=name,
        clause="M34",
    )
