"""The twenty-two items of M10 to M13, each with a short name."""

from dataclasses import dataclass

from jscredit.errors import Label, Lang
from jscredit.law import Citation, M


@dataclass(frozen=True, slots=True)
class Item:
    """One item of M10 to M13 and its short name.

    >>> ITEMS[M.article(12, item=2)].text("en")
    'art. 12 item 2 (effective legal instrument not carried out)'
    """

    citation: Citation
    label: Label

    def text(self, lang: Lang = "zh") -> str:
        """The place and the name in one language."""
        place, name = self.citation.short.text(lang), self.label.text(lang)
        return f"{place} ({name})" if lang == "en" else f"{place}（{name}）"


_NAMES: dict[tuple[int, int], Label] = {
    (10, 1): Label("自然人基本要素", "elements about a natural person"),
    (10, 2): Label("组织登记要素", "registration of an organisation"),
    (10, 3): Label("许可、审批", "licences and approvals"),
    (10, 4): Label("资质、资格", "qualifications to practise"),
    (10, 5): Label("其他基础信息", "other basic information"),
    (11, 1): Label("表彰、奖励", "commendations and awards"),
    (11, 2): Label("志愿服务、慈善捐赠", "volunteering and charitable giving"),
    (11, 3): Label("其他正面信息", "other positive information"),
    (12, 1): Label("刑事判决、违法违规", "criminal judgments and violations"),
    (12, 2): Label("不执行生效法律文书", "effective legal instrument not carried out"),
    (12, 3): Label("四类欠缴", "four arrears due by law"),
    (12, 4): Label("扰乱市场秩序", "conduct that disturbs the market order"),
    (12, 5): Label("责任事故被处理", "accident with liability, dealt with"),
    (12, 6): Label("虚假材料、违反告知承诺", "false material, breach of notification and commitment"),
    (12, 7): Label("市场限制、禁入", "market restriction or ban"),
    (12, 8): Label("学术造假、考试作弊被处理", "academic fraud or exam cheating, dealt with"),
    (12, 9): Label("一般程序处罚、强制执行", "penalty under the general procedure, compulsory execution"),
    (12, 10): Label("其他负面信息", "other negative information"),
    (13, 1): Label("提供单位认定的信用状况", "credit status as the provider assessed it"),
    (13, 2): Label("信用承诺", "credit commitments"),
    (13, 3): Label("监督检查、约谈", "inspections and regulatory talks"),
    (13, 4): Label("抵押、出质、商标登记", "registered mortgages, pledges and trademarks"),
}

ITEMS: dict[Citation, Item] = {
    (place := M.article(article, item=number)): Item(place, label) for (article, number), label in _NAMES.items()
}
