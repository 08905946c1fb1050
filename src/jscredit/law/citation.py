"""Citations: where in the law a rule stands, printed as a lawyer writes it, in both languages."""

from dataclasses import dataclass

from jscredit.errors import Label, Lang
from jscredit.law.numerals import chinese_number


@dataclass(frozen=True, slots=True)
class Instrument:
    """A legal text that is cited.

    ``key`` is the letter of the clause ledger (M, J, G), or a short name for a text outside it. ``form`` says how its
    parts are named: ``article`` (第三十四条), ``point`` (（六）), or ``section`` (二（三）).
    """

    key: str
    title: Label
    form: str = "article"

    def article(self, article: int, *, paragraph: int | None = None, item: int | None = None) -> "Citation":
        """A citation of one article, or of a paragraph or an item in it.

        >>> M.article(34, item=2).zh
        '《江苏省公共信用信息管理办法（试行）》第三十四条第（二）项'
        """
        return Citation(self, article, paragraph=paragraph, item=item)


@dataclass(frozen=True, slots=True)
class Citation:
    """One place in one instrument. In G, ``article`` is the section and ``item`` the point in it."""

    instrument: Instrument
    article: int
    paragraph: int | None = None
    item: int | None = None

    def __hash__(self) -> int:
        # The key says as much as the whole instrument, and decisions collect citations often.
        return hash((self.instrument.key, self.article, self.paragraph, self.item))

    @property
    def ledger_id(self) -> str:
        """The row of the clause ledger that this place belongs to.

        >>> M.article(32, paragraph=1).ledger_id, J.article(6, item=2).ledger_id, G.article(2, item=3).ledger_id
        ('M32¶1', 'J6.2', 'G2.3')
        >>> J.article(4, paragraph=3, item=1).ledger_id, J.article(24, paragraph=1).ledger_id
        ('J4c(1)', 'J24a')
        """
        head = f"{self.instrument.key}{self.article}"
        if self.instrument.form == "article":
            tail = f"({self.item})" if self.item else f"¶{self.paragraph}" if self.paragraph else ""
            return head + tail
        letter = "abc"[self.paragraph - 1] if self.paragraph else ""
        if self.item is None:
            return head + letter
        return f"{head}{letter}({self.item})" if letter else f"{head}.{self.item}"

    @property
    def short(self) -> Label:
        """The place without the instrument's title."""
        number = chinese_number(self.article)
        zh, en = {
            "article": (f"第{number}条", f"art. {self.article}"),
            "point": (f"（{number}）", f"point {self.article}"),
            "section": (f"{number}", f"section {self.article}"),
        }[self.instrument.form]
        if self.paragraph:
            zh += f"第{chinese_number(self.paragraph)}款"
            en += f" para. {self.paragraph}"
        if self.item and self.instrument.form == "section":
            return Label(f"{zh}（{chinese_number(self.item)}）", f"{en}({self.item})")
        if self.item:
            zh += f"第（{chinese_number(self.item)}）项"
            en += f" item {self.item}"
        return Label(zh, en)

    @property
    def zh(self) -> str:
        """The citation in Chinese."""
        return f"《{self.instrument.title.zh}》{self.short.zh}"

    @property
    def en(self) -> str:
        """The citation in English."""
        return f"{self.instrument.title.en}, {self.short.en}"

    def text(self, lang: Lang = "zh") -> str:
        """The citation in one language."""
        return self.en if lang == "en" else self.zh

    def __str__(self) -> str:
        return self.zh


M = Instrument(
    "M", Label("江苏省公共信用信息管理办法（试行）", "Jiangsu Measures on Public Credit Information (Trial)")
)
J = Instrument(
    "J",
    Label(
        "江苏省关于建立完善守信联合激励和失信联合惩戒制度的实施意见",
        "Jiangsu Opinions on Joint Incentives and Joint Punishments",
    ),
    "point",
)
G = Instrument(
    "G",
    Label("江苏省关于加强政务诚信建设的实施意见", "Jiangsu Opinions on Government Integrity"),
    "section",
)
CIVIL_CODE = Instrument("CivilCode", Label("中华人民共和国民法典", "Civil Code"))
GENERAL_PRINCIPLES = Instrument("GeneralPrinciples", Label("中华人民共和国民法通则", "General Principles of Civil Law"))
GENERAL_PROVISIONS = Instrument("GeneralProvisions", Label("中华人民共和国民法总则", "General Provisions of Civil Law"))
PENALTY_LAW = Instrument("PenaltyLaw", Label("中华人民共和国行政处罚法", "Administrative Penalty Law"))
