"""The conditions that the items of M10 to M13 set, in the order of the law, each with what is said where it fails."""

from dataclasses import dataclass

from jscredit.errors import Label
from jscredit.law import Citation, M, Rank
from jscredit.records import Category, Granter, Procedure
from jscredit.records.facts import (
    ACCIDENT_LIABILITY,
    ALSO_QUALIFICATION,
    BREACHED_NORM_RANK,
    CATALOGUE_CATEGORY,
    DEALT_WITH_BY_REGULATOR,
    GRANTER,
    IMPOSED_BY_REGULATOR,
    LAWFULLY_DETERMINED,
    MALICE,
    ORGANISER,
    PROCEDURE,
    REFLECTS_CREDIT,
)
from jscredit.records.kind_table import Guard
from jscredit.rules import Condition, Expression, Option, literal, reading

SUMMARY_PENALTY = reading(
    "summary-penalty",
    Label("简易程序处罚的归类", "the class of summary-procedure penalties"),
    M.article(12, item=9),
    Option("outside", Label("完全不属负面信息", "outside negative information altogether")),
    Option("within-item-1", Label("可归入第（一）项的违法违规信息", "item 1 takes them in as violations")),
)
"""M12(9) leaves summary penalties out; whether M12(1) takes them in all the same can be read in two ways."""

COMPULSORY_EXECUTION = reading(
    "compulsory-execution",
    Label("行政强制执行信息是否须反映信用状况", "whether compulsory execution must reflect the credit status"),
    M.article(12, item=9),
    Option("by-itself", Label("不另作要求，该限定只就行政处罚而言", "not asked: the words are about penalties alone")),
    Option("must-reflect-credit", Label("与行政处罚同样要求", "asked of it as of penalties")),
)
"""In M12(9) "that reflect credit status" stands before two nouns; it can be read with the first alone, or with both."""

_PUBLIC_BODIES = (Granter.GOVERNMENT, Granter.DEPARTMENT, Granter.AUTHORISED_ORGANISATION)
_RULE_OR_ABOVE = (
    Rank.LOCAL_GOVERNMENT_RULE,
    Rank.DEPARTMENT_RULE,
    Rank.LOCAL_REGULATION,
    Rank.ADMINISTRATIVE_REGULATION,
    Rank.LAW,
)


@dataclass(frozen=True, slots=True, eq=False)
class ItemGuard:
    """One condition: what is asked, the test, what is said where it fails, and its clause where not the item's own."""

    label: Label
    test: Expression
    otherwise: Label
    citation: Citation | None = None

    def condition(self, name: Guard, item: Citation) -> Condition:
        """The condition as one of a rule about an item."""
        return Condition(name.replace("_", "-"), self.citation or item, self.label, self.test)


def _by_catalogue(category: Category, test: Expression) -> ItemGuard:
    return ItemGuard(
        Label(f"目录将其列入{category.label.zh}", f"the catalogue's entry puts it into {category.label.en}"),
        test,
        Label("目录将其列入另一类信息", "the catalogue's entry puts it into another class"),
    )


GUARDS: dict[Guard, ItemGuard] = {
    "also_qualification": ItemGuard(
        Label("该许可同时是从业（执业）资质资格", "the licence is also a qualification to practise"),
        ALSO_QUALIFICATION,
        Label("该许可不是资质资格", "the licence is not a qualification to practise as well"),
    ),
    "catalogue_basic": _by_catalogue(Category.BASIC, CATALOGUE_CATEGORY == Category.BASIC),
    "catalogue_positive": _by_catalogue(Category.POSITIVE, CATALOGUE_CATEGORY == Category.POSITIVE),
    "catalogue_negative": _by_catalogue(Category.NEGATIVE, CATALOGUE_CATEGORY == Category.NEGATIVE),
    "catalogue_other": _by_catalogue(Category.OTHER, CATALOGUE_CATEGORY == Category.OTHER),
    "granted_by_public_body": ItemGuard(
        Label(
            "由政府、政府部门或者授权组织授予", "granted by a government, its department or an authorised organisation"
        ),
        GRANTER.is_in(*_PUBLIC_BODIES),
        Label(
            "由其他单位授予，不属第十一条第（一）项；仍可作为列入名单的依据（实施意见（四）第一款第四种信息）",
            "granted by another body, so it is not within art. 11 item 1; it may still be a ground for a listing "
            "(Opinions, point 4, first paragraph, fourth ground)",
        ),
    ),
    "organised_by_public_body": ItemGuard(
        Label(
            "由政府、政府部门或者授权组织开展",
            "organised by a government, its department or an authorised organisation",
        ),
        ORGANISER.is_in(*_PUBLIC_BODIES),
        Label("由其他单位组织", "organised by another body"),
    ),
    "reflects_credit": ItemGuard(
        Label("反映信用状况", "it reflects the credit status"),
        REFLECTS_CREDIT,
        Label("不反映信用状况", "it does not reflect the credit status"),
    ),
    "execution_reflects_credit": ItemGuard(
        Label("行政强制执行反映信用状况", "the execution reflects the credit status"),
        COMPULSORY_EXECUTION.pick(by_itself=literal(value=True), must_reflect_credit=REFLECTS_CREDIT),
        Label("不反映信用状况", "it does not reflect the credit status"),
    ),
    "malice": ItemGuard(
        Label("出于恶意", "it was malicious"),
        MALICE,
        Label(
            "欠薪并非恶意，不属第（四）项；作为违法违规记录的，可另依第（一）项归类",
            "the wage arrears were not malicious, so they are not within item 4; recorded as a violation they may be "
            "within item 1",
        ),
    ),
    "accident_liability": ItemGuard(
        Label("属责任事故", "the accident brought liability"),
        ACCIDENT_LIABILITY,
        Label("不属责任事故", "the accident brought no liability"),
    ),
    "dealt_with_by_regulator": ItemGuard(
        Label("已被监管部门处理", "a regulator dealt with it"),
        DEALT_WITH_BY_REGULATOR,
        Label("未被监管部门处理", "no regulator dealt with it"),
    ),
    "imposed_by_regulator": ItemGuard(
        Label("由监管部门作出", "a regulator imposed it"),
        IMPOSED_BY_REGULATOR,
        Label("并非监管部门作出", "it was not imposed by a regulator"),
    ),
    "general_procedure": ItemGuard(
        Label("适用一般程序（普通程序，含听证）", "made under the general procedure, hearings included"),
        PROCEDURE == Procedure.GENERAL,
        Label("适用简易程序，不属第（九）项", "made under the summary procedure, so it is not within item 9"),
    ),
    "penalty_as_violation": ItemGuard(
        Label("不因适用简易程序而被排除", "not left out for having been made under the summary procedure"),
        SUMMARY_PENALTY.pick(outside=PROCEDURE != Procedure.SUMMARY, within_item_1=literal(value=True)),
        Label(
            "第（九）项已排除简易程序处罚，第（一）项不再纳入",
            "item 9 leaves summary penalties out, and item 1 does not take them in again",
        ),
        M.article(12, item=9),
    ),
    "lawfully_determined": ItemGuard(
        Label("有认定单位、文书和认定日", "the body, the document and the day of its determination are known"),
        LAWFULLY_DETERMINED,
        Label("未经依法认定", "it was not lawfully determined"),
    ),
    "norm_breached": ItemGuard(
        Label("违反的是法律、法规或者规章", "what was breached is a law, a regulation or a rule"),
        BREACHED_NORM_RANK.is_in(*_RULE_OR_ABOVE),
        Label("违反的规定低于规章，不得归入", "the norm breached ranks below a rule, so it is refused"),
    ),
}
