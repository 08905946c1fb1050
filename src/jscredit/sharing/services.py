"""M24: the seven services, each with the public function that does it."""

from importlib import import_module
from typing import Any

from jscredit.records import Vocabulary


class Service(Vocabulary):
    """The seven services of M24 (an open list)."""

    BASIC_INFORMATION_CHECK = "basic_information_check", "基础信息比对核查", "check of basic information"
    QUERY = "query", "信用信息查询", "query of credit information"
    CREDIT_REVIEW = "credit_review", "信用审查", "credit review"
    LIST_PUBLICATION = "list_publication", "红黑名单公示", "publication of lists"
    BATCH_EXCHANGE = "batch_exchange", "信息批量交换", "exchange in batches"
    JOINT_MEASURES = "joint_measures", "联合奖惩", "joint measures"
    EMBEDDING = "embedding", "信息嵌入应用", "embedded use"

    @property
    def function_name(self) -> str:
        """Where its function is: a package, a colon, a public name of the package.

        >>> Service.CREDIT_REVIEW.function_name
        'jscredit.review:credit_review'
        """
        return _FUNCTIONS[self]


# By name: most of them stand on higher floors, which this one does not import.
_FUNCTIONS = {
    Service.BASIC_INFORMATION_CHECK: "jscredit.records:match",
    Service.QUERY: "jscredit.sharing:query_file",
    Service.CREDIT_REVIEW: "jscredit.review:credit_review",
    Service.LIST_PUBLICATION: "jscredit.listing:list_publication",
    Service.BATCH_EXCHANGE: "jscredit.interchange:files_from",
    Service.JOINT_MEASURES: "jscredit.measures:triggered_measures",
    Service.EMBEDDING: "jscredit.review:check_record",
}


def service_function(service: Service) -> Any:
    """The function that does a service.

    >>> service_function(Service.QUERY).__name__
    'query_file'
    """
    package, _, name = service.function_name.partition(":")
    return getattr(import_module(package), name)
