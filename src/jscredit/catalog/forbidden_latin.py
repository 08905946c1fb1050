"""Words in English names and in pinyin column codes that tell what M14 forbids to collect."""

import re

from jscredit.catalog.vocabulary import ForbiddenElement as Element

# English: words as they stand between separators, or where a capital begins a new one.
_ENGLISH: dict[Element, str] = {
    Element.RELIGION: (
        r"religions?|religious|religiosity|(?<!good )(?<!bad )faith|worship|beliefs?|baptism|baptized|church|muslim"
    ),
    Element.GENES: r"genes?|genetics?|genome|genomic|genotype|dna|chromosomes?|karyotype",
    Element.BLOOD_TYPE: (
        r"bl(?:oo)?d ?(?:types?|typ|tp|groups?|grp)|rhesus|rh ?(?:factor|type|blood|negative|positive)|abo"
    ),
    Element.MEDICAL_HISTORY: (
        r"(?:medical|health|clinical|disease|illness|surgical|treatment|allergy|medication|patient|hospital"
        r"|prescription|vaccination) ?(?:history|records?)|medical ?history|med ?hist|anamnesis|case ?history"
        r"|allerg(?:y|ies|ic)|hospitali[sz]ations?|inpatient|outpatient|prescriptions?|medications?|surger(?:y|ies)"
    ),
    Element.DISEASE: (
        r"diseases?|disease ?(?:name|code|type)|illness(?:es)?|sickness|diagnos[ie]s|diagnosed|diabet(?:es|ic)|hiv"
        r"|(?<!hearing )(?<!financial )(?<!state )aids"
        r"|hepatitis|tuberculosis|cancer|tumou?r|patients?|epilep(?:sy|tic)|covid|dx|icd|pathogens?"
        r"|(?:chronic|medical|health) ?(?:conditions?|problems?|notes?|issues?)|infected|symptoms?"
        r"|(?:health|physical|mental) ?(?:status|condition|state|disorder)|hypertension|syndrome"
    ),
}
ENGLISH = tuple((element, re.compile(rf"\b(?:{pattern})\b")) for element, pattern in _ENGLISH.items())

ENGLISH_HEADS = re.compile(
    r"\b(?:affairs|bureau|office|agency|agencies|cent(?:er|re)s?|institut\w*|hospitals?|clinics?|associations?|society"
    r"|commissions?|committees?|compan(?:y|ies)|licen[cs]e\w*|permits?|approvals?|reagents?|products?|foods?"
    r"|engineering|venues?|penalt\w+|prevention|control|hazards?|protection|software|bank|acts?|laws?|regulations?"
    r"|insurance|equipment|devices?|school|college|supplies|publications?|activit\w+|resources?|rates?|counts?|total"
    r"|research|services?|monitoring|surveillance|seeds?|crops?|co|ltd|inc|corp)\b"
)
ENGLISH_BEFORE = re.compile(
    r"\b(?:animal|plant|crop|livestock|poultry|veterinary|computer|network|software|bridge|road|gmo|tree)s? (?:\w+ )?$"
)

# Pinyin written out: nothing else that stands in catalogues is written so.
_WHOLE_PINYIN: dict[Element, str] = {
    Element.RELIGION: "ZONGJIAO|XINYANGZONG|XINJIAO(?!YU)",
    Element.GENES: "JIYIN(?!SU)|YICHUAN|RANSETI",
    Element.BLOOD_TYPE: "XUEXING",
    Element.DISEASE: "JIBING|HUANBING|BINGZHONG|BINGQING|CHUANRANBING|ZHIYEBING|JINGSHENBING|MANXINGBING"
    "|JIANKANGZHUANG",
    Element.MEDICAL_HISTORY: "BINGSHI|BINGLI|BINGAN|JIWANGSHI|GUOMINSHI|JIUZHEN|ZHUYUAN",
}
WHOLE_PINYIN = tuple((element, re.compile(pattern)) for element, pattern in _WHOLE_PINYIN.items())
PINYIN_HEADS = re.compile(
    "SHIWU|YUFANG|KONGZHI|ZHONGXIN|JIGOU|YIYUAN|XUKE|HUODONG|CHANGSUO|SHIJI|FANGZHI|GONGCHENG|WEIHAI"
)

# First letters of pinyin: other words have them too, so a clear Chinese name beside them decides.
INITIALS: dict[str, Element] = (
    dict.fromkeys(("ZJXY", "XYZJ", "SFXJ", "XJZL", "ZJXX"), Element.RELIGION)
    | dict.fromkeys(("DNA",), Element.GENES)
    | dict.fromkeys(("ABO", "ABOXX", "RHXX", "XUEX"), Element.BLOOD_TYPE)
    | dict.fromkeys(
        ("JBMC", "HBQK", "JKZK", "CRB", "ZYB", "JSB", "MXB", "CRBMC", "ZYBMC", "TJJG", "TJJL", "SHJB", "HIV"),
        Element.DISEASE,
    )
    | dict.fromkeys(("JWBS", "JZBS", "JWS", "GMS", "YWGM", "YWGMS", "BLH", "SSS", "ZYJL"), Element.MEDICAL_HISTORY)
)
INITIAL_ENDINGS = ("DM", "MC", "BM", "QK", "LX", "ZL", "MS", "XX", "BH", "H")
