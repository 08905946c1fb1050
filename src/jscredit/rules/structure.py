"""What makes two expressions the same: their shape, since ``==`` builds a node."""

from jscredit.rules.expressions import Expression


def structure(node: object) -> object:
    """A hashable picture of an expression.

    >>> from jscredit.errors import Label
    >>> from jscredit.rules.facts import ON, Fact
    >>> paid = Fact.day("paid_on", Label("缴清日", "day of payment"))
    >>> structure(ON > paid) == structure(paid < ON)
    True
    """
    if isinstance(node, tuple):
        return tuple(structure(part) for part in node)
    if not isinstance(node, Expression):
        return node
    name = getattr(node, "name", None)
    if name is not None:
        return (type(node).__name__, name)
    slots: tuple[str, ...] = type(node).__slots__
    return (type(node).__name__, *(structure(getattr(node, slot)) for slot in slots))
