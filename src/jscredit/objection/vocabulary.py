"""The closed vocabularies of an objection: its grounds, the use that was made, what is open afterwards."""

from jscredit.catalog.vocabulary import ForbiddenElement
from jscredit.records import Vocabulary

__all__ = ["ForbiddenElement", "LegalRemedy", "ObjectionGround", "UseMade"]


class ObjectionGround(Vocabulary):
    """On what ground a subject may object (M31). The first two are the two halves of its first item."""

    RECORDED_WRONGLY = "recorded_wrongly", "记载错误", "recorded wrongly"
    OMISSION = "omission", "遗漏", "left out"
    FORBIDDEN_COLLECTION = "forbidden_collection", "归集了禁止归集的信息", "collected although forbidden"
    USED_PAST_ITS_PERIOD = "used_past_its_period", "失信信息超期限使用", "used past its period"

    @property
    def is_about_facts(self) -> bool:
        """Whether it asks what is true, which only a person can find, and which the provider answers for (M4)."""
        return self in {ObjectionGround.RECORDED_WRONGLY, ObjectionGround.OMISSION}


class UseMade(Vocabulary):
    """What a failure was used for; a norm may let the one end later than the other (M30)."""

    RESTRAINT = "restraint", "作为惩戒依据", "as a ground of restraint"
    PUBLICATION = "publication", "公开发布", "publication"


class LegalRemedy(Vocabulary):
    """What is open against the result of an appeal, by other laws (M33)."""

    RECONSIDERATION = "reconsideration", "行政复议", "administrative reconsideration"
    LITIGATION = "litigation", "行政诉讼", "administrative litigation"
