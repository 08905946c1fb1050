"""The ranks of norms, as far as the three instruments tell them apart."""

from enum import IntEnum

from jscredit.errors import Label


class Rank(IntEnum):
    """Where a norm stands; a larger number prevails over a smaller one.

    >>> Rank.LOCAL_REGULATION > Rank.DEPARTMENT_RULE
    True
    """

    AGENCY_SETTING = 10
    NORMATIVE_DOCUMENT = 20
    NATIONAL_DEPARTMENT_DOCUMENT = 30
    LOCAL_GOVERNMENT_RULE = 40
    DEPARTMENT_RULE = 50
    LOCAL_REGULATION = 60
    ADMINISTRATIVE_REGULATION = 70
    LAW = 80

    @property
    def label(self) -> Label:
        """The rank's name in both languages."""
        return _LABELS[self]


_LABELS = {
    Rank.AGENCY_SETTING: Label("机关设定", "agency's setting"),
    Rank.NORMATIVE_DOCUMENT: Label("规范性文件", "normative document"),
    Rank.NATIONAL_DEPARTMENT_DOCUMENT: Label("国家部门文件", "document of a national department"),
    Rank.LOCAL_GOVERNMENT_RULE: Label("地方政府规章", "rule of a local government"),
    Rank.DEPARTMENT_RULE: Label("部门规章", "rule of a national department"),
    Rank.LOCAL_REGULATION: Label("地方性法规", "local regulation"),
    Rank.ADMINISTRATIVE_REGULATION: Label("行政法规", "administrative regulation"),
    Rank.LAW: Label("法律", "law"),
}
