"""The library's errors. Each carries its faults, and each fault carries its cure."""

import dataclasses
from types import MappingProxyType
from typing import Any

from jscredit.errors.label import Label, Lang


def _no_data() -> MappingProxyType[str, Any]:
    return MappingProxyType({})


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing that is wrong: a stable code, what, where, under which clause, and how to mend it.

    ``clause`` is an id of the clause ledger or a printed citation. ``data`` holds facts about the fault (a row number,
    a limit), never the value that was refused: it may be a personal number.

    >>> fault = Fault(
    ...     code="period.not-positive",
    ...     message=Label("期限须至少为一", "a period is one or more"),
    ...     cure=Label("请给出正整数", "give a positive whole number"),
    ...     field="n",
    ... )
    >>> fault.text("en")
    '[period.not-positive] n: a period is one or more; give a positive whole number'
    """

    code: str
    message: Label
    cure: Label
    field: str | None = None
    clause: str | None = None
    data: MappingProxyType[str, Any] = dataclasses.field(default_factory=_no_data)

    def text(self, lang: Lang = "zh") -> str:
        """The fault as one line in one language."""
        where = f"{self.field}: " if self.field else ""
        clause = f" ({self.clause})" if self.clause else ""
        stop = "；" if lang == "zh" else "; "
        return f"[{self.code}] {where}{self.message.text(lang)}{clause}{stop}{self.cure.text(lang)}"


class JscreditError(Exception):
    """Every error that the library raises by itself is one of these.

    Attributes:
        faults: all that is wrong, at once, in the order found.
        code: the stable code of the first fault.

    The data of the first fault are attributes too: ``error.year`` for a fault with ``data={"year": 2027}``.
    """

    def __init__(self, *faults: Fault) -> None:
        super().__init__(*faults)
        self.faults: tuple[Fault, ...] = faults

    @property
    def code(self) -> str:
        """The stable code of the first fault."""
        return self.faults[0].code

    def text(self, lang: Lang = "zh") -> str:
        """All faults in one language, one a line."""
        return "\n".join(fault.text(lang) for fault in self.faults)

    def __getattr__(self, name: str) -> Any:
        for fault in self.__dict__.get("faults", ())[:1]:
            if name in fault.data:
                return fault.data[name]
        raise AttributeError(name)

    def __str__(self) -> str:
        return "\n".join(f"{fault.text('zh')} | {fault.text('en')}" for fault in self.faults)


class InvalidInput(JscreditError, ValueError):
    """What was given cannot be read, or does not mean anything here. Carries no value that was given."""


class CalendarNotAnnounced(JscreditError, ValueError):
    """A working-day count needs a year whose notice of days off has not been given."""


class NotInForce(JscreditError, ValueError):
    """The day asked about lies before the law is in force."""


class Refused(JscreditError, ValueError):
    """The law does not allow this step; the fault names the clause and what would be allowed."""


class MissingExtra(JscreditError, ImportError):
    """An optional library is not installed; the fault names the extra that brings it."""

    @classmethod
    def of(cls, extra: str, package: str) -> "MissingExtra":
        """The error for a package that comes with an extra.

        >>> print(MissingExtra.of("sheets", "openpyxl").text("en"))
        [extra.missing] openpyxl is not installed; install it with: pip install 'jscredit[sheets]'
        """
        command = f"pip install 'jscredit[{extra}]'"
        return cls(
            Fault(
                code="extra.missing",
                message=Label(f"未安装 {package}", f"{package} is not installed"),
                cure=Label(f"请运行：{command}", f"install it with: {command}"),
                data=MappingProxyType({"extra": extra, "package": package}),
            )
        )
