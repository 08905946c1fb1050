"""M16, M40: what the providers supplied, as rows of the report."""

from collections.abc import Iterator

from jscredit.errors import Label
from jscredit.statistics.counts import Figure, body_label
from jscredit.supply import ProviderQuality, SupplyReport

_SECTION = Label("信息报送", "supplies")
_NAMES = {
    "deliveries": Label("报送", "supplied"),
    "in_time": Label("按时", "in time"),
    "late": Label("逾期", "late"),
    "timeliness_unknown": Label("时限不明", "timeliness not known"),
    "days_late": Label("逾期日数合计", "days late, all together"),
    "most_days_late": Label("最长逾期日数", "days late, at most"),
    "complete": Label("完整", "complete"),
    "incomplete": Label("缺项", "incomplete"),
    "completeness_unknown": Label("是否完整不明", "completeness not known"),
    "sent_again": Label("重复报送", "sent again"),
    "on_both_routes": Label("两路报送", "on both routes"),
    "contradicted": Label("与他份矛盾", "contradicted by another copy"),
}
_NOTHING = Label("", "")
_LACKING = Label("缺少该必填项", "lack this required field")


def supply_figures(report: SupplyReport) -> Iterator[Figure]:
    """The numbers of each provider, and how often it left out which required field."""
    for one in report.providers:
        yield from _figures(one)


def _figures(one: ProviderQuality) -> Iterator[Figure]:
    whose = body_label(one.body)
    for name, what in _NAMES.items():
        yield Figure(_SECTION, whose, _NOTHING, what, getattr(one, name))
    for lacking in one.lacking:
        field = f"{lacking.entry} {lacking.field}"
        yield Figure(_SECTION, whose, Label(field, field), _LACKING, lacking.count)
