"""The four ways in which a classification can end."""

from enum import StrEnum

from jscredit.errors import Label


class ClassificationStatus(StrEnum):
    """How the classification ended. The last two are settled answers: the record is in none of the four classes.

    >>> ClassificationStatus.FITS_NOWHERE.label.en
    'it fits none of the items'
    """

    CLASSIFIED = "classified"
    UNDETERMINED = "undetermined"
    DOES_NOT_REFLECT_CREDIT = "does_not_reflect_credit"
    FITS_NOWHERE = "fits_nowhere"

    @property
    def label(self) -> Label:
        """The answer in both languages."""
        return _LABELS[self]


_LABELS = {
    ClassificationStatus.CLASSIFIED: Label("已归类", "classified"),
    ClassificationStatus.UNDETERMINED: Label("类别待定", "the class is undetermined"),
    ClassificationStatus.DOES_NOT_REFLECT_CREDIT: Label(
        "不反映信用状况，不予归类", "it does not reflect the credit status and is in no class"
    ),
    ClassificationStatus.FITS_NOWHERE: Label("不符合任何一项", "it fits none of the items"),
}
