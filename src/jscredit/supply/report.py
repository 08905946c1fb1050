"""What each provider supplied in a period, as a value, as JSON and as text (M16, M39, M41)."""

from typing import ClassVar

from pydantic.dataclasses import dataclass

from jscredit.errors import Label, Lang
from jscredit.records import Body, Document, Value
from jscredit.records.telling import told_html
from jscredit.records.value import STRICT, Day, Text


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class FieldCount(Value):
    """How many deliveries lack a required field."""

    entry: Text
    field: Text
    count: int


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class ProviderQuality(Value):
    """What one body supplied in a period.

    Attributes:
        body: the body; None for deliveries that name none.
        deliveries: how many there were.
        in_time, late: how many came in time, and how many did not; the rest is ``timeliness_unknown``.
        timeliness_unknown: a day or the update cycle is not known.
        days_late: calendar days after the last day, of all that came late together.
        most_days_late: of the one that came latest; 0 where none did.
        complete, incomplete: how many have every required field of their entry, and how many have not.
        completeness_unknown: their entry is not known.
        lacking: the required fields that are missing, each with its number.
        sent_again: deliveries that it had made before, on the same route.
        on_both_routes: records of its that came on both routes.
        contradicted: its deliveries that contradict another copy.
        by_analogy: whether it supplies by analogy only (M41).
        appointments_missing: what it still has to name (M39), by the body's fields.
    """

    body: Body | None = None
    deliveries: int
    in_time: int
    late: int
    timeliness_unknown: int
    days_late: int
    most_days_late: int
    complete: int
    incomplete: int
    completeness_unknown: int
    lacking: tuple[FieldCount, ...]
    sent_again: int
    on_both_routes: int
    contradicted: int
    by_analogy: bool | None = None
    appointments_missing: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class SupplyReport(Document):
    """How the providers supplied in a period.

    Attributes:
        first, last: the period, both days included.
        providers: one for each body, in the order of their first deliveries.
        undated: deliveries without a day of receipt; they are in no period.
    """

    schema_name: ClassVar[str] = "jscredit.supply-report"

    first: Day
    last: Day
    providers: tuple[ProviderQuality, ...]
    undated: int

    def explain(self, lang: Lang = "zh") -> str:
        """The report as text, a line for each body."""
        head = _HEAD.filled(first=self.first, last=self.last, undated=self.undated).text(lang)
        return "\n".join([head, *(_line(one).text(lang) for one in self.providers)])

    def _repr_html_(self) -> str:
        return told_html(self.explain)


_HEAD = Label(
    "{first}至{last}信息报送情况（另有{undated}条无收到日期）",
    "supplies from {first} to {last} ({undated} more without a day of receipt)",
)
_LINE = Label(
    "{name}：报送{all}，按时{in_time}，逾期{late}（最长{most}日），时限不明{open}；完整{complete}，缺项{incomplete}，"
    "目录不明{unknown}；重复{again}，两路{both}，矛盾{against}",
    "{name}: {all} supplied, {in_time} in time, {late} late (at most {most} days), {open} open; {complete} complete, "
    "{incomplete} incomplete, {unknown} open; {again} sent again, {both} on both routes, {against} contradicted",
)
_NO_BODY = Label("（未载明单位）", "(no body named)")


def _line(one: ProviderQuality) -> Label:
    name = one.body.name if one.body is not None else None
    told = {
        "all": one.deliveries,
        "in_time": one.in_time,
        "late": one.late,
        "most": one.most_days_late,
        "open": one.timeliness_unknown,
        "complete": one.complete,
        "incomplete": one.incomplete,
        "unknown": one.completeness_unknown,
        "again": one.sent_again,
        "both": one.on_both_routes,
        "against": one.contradicted,
    }
    zh, en = (_LINE.filled(name=name or own, **told) for own in (_NO_BODY.zh, _NO_BODY.en))
    return Label(zh.zh, en.en)
