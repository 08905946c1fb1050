"""The small closed vocabularies of supply, each value with its name in both languages."""

from jscredit.records import Vocabulary


class SupplyRoute(Vocabulary):
    """The two ways in which information reaches the systems (M16, second paragraph)."""

    PROVINCIAL_PUSH = "provincial_unified_push", "省统一推送", "provincial unified push"
    SAME_LEVEL_PUSH = "same_level_push", "同级推送", "same-level push"


class StationKind(Vocabulary):
    """Where a record stops on its way."""

    DEPARTMENT = "department", "部门", "department"
    SYSTEM = "system", "公共信用信息系统", "public credit information system"


class MergeReason(Vocabulary):
    """Why copies are one record."""

    TWO_ROUTES = "two_routes", "两条路径各报送一次", "supplied on both routes"
    TWO_BODIES = "two_bodies", "不同单位各报送一次", "supplied by more than one body"
    SENT_AGAIN = "sent_again", "同一单位经同一路径重复报送", "sent again by the same body on the same route"


class ContradictionKind(Vocabulary):
    """How copies of one document about one subject speak against each other."""

    CONTENT = "content", "同日同文号，内容不一致", "same number and day, another content"
    DAY = "day", "同文号，认定日不一致或未载明", "same number, another day of determination or none"
