"""Words in Chinese names that tell what M14 forbids to collect, and those around them that tell something else."""

import re

from jscredit.catalog.vocabulary import ForbiddenElement as Element

# What each kind of content is called. A sign before or after a word keeps out longer words that only look so.
_WORDS: dict[Element, str] = {
    Element.RELIGION: (
        "宗教|信仰|信教(?![育师学材])|入教(?![育师学材室])|教派(?![出驻遣])|教会(?![计议员])|皈依|受洗(?![消涤车衣])|洗礼"
        "|教徒|信徒|信众|穆斯林|基督徒|(?:信|崇)奉"
    ),
    Element.GENES: "基因(?!素)|遗传|(?<![A-Z])DNA(?![A-Z])|染色体|核型",
    Element.BLOOD_TYPE: "(?<![出溶贫])血型|血液类型|RH(?:因子|阴性|阳性)|(?<![A-Z])ABO(?![A-Z])",
    Element.MEDICAL_HISTORY: (
        "病史|病历|病案|既往史|现病史|家族史|(?:手术|过敏|用药|服药|就医|就诊|住院|治疗|患病|输血|外伤|孕产|接种)史"
        "|(?:就诊|就医|住院|诊疗|门诊|手术|用药|服药|治疗|处方|病程|护理|急诊)(?:记录|经过|明细|情况|日期|时间|次数|信息)"
        "|输血(?:反应|记录|情况)|住院号|门诊号|就诊号|就诊卡|过敏|出院(?:小结|诊断|记录)|禁忌症?|医嘱|用药(?:情况|清单)"
    ),
    Element.DISEASE: (
        "疾病|疾患|患病|患有|所患|病名|病种|病情|病因|病况|病症|病人|病例|病残|恶疾|症状"
        "|(?:传染|慢性|精神|职业|遗传|性|心脏|糖尿|白血|尿毒|特殊|罕见|地方|高血压|冠心|肾|肝|肺|胃|眼|皮肤|老年|基础|重|大|因)"
        "病(?![害虫媒原毒房床理])"
        "|高血压|肝炎|乙肝|艾滋|梅毒|(?<![A-Z])HIV|结核|肿瘤|癌|尘肺|癫痫|抑郁|精神障碍|自闭症|中风(?![险机电向口格])|偏瘫"
        "|新冠|核酸|患者|(?<!故障)(?<!经济)诊断|感染(?=情况|史|者|日期|状况|途径|类型|与否)|阳性(?=人员|情况|结果)"
        "|(?<![气液固主物整团立实媒载晶])体检(?![测验查修索疫定漏视举])|(?:健康|身体|身心|精神|心理)(?:状况|状态|信息|档案|评估)|致残|病原体"
    ),
}
WORDS = tuple((element, re.compile(pattern)) for element, pattern in _WORDS.items())

# Phrases in which the words are part of an institution's or a trade's name, whatever comes after.
SAFE = re.compile(
    "疾病预防控制|疾病预防|疾控|宗教事务|宗教局|宗教活动|宗教团体|宗教院校|宗教场所|宗教用品|宗教出版|宗教文化|宗教建筑"
    "|转基因|基因工程|基因技术|遗传资源|遗传育种|非物质文化遗传|传染病防治|职业病防治|职业病防护|职业病危害|职业病预防"
    "|传染病医院|精神病院|计算机病|网络病毒|教会(?:路|街|村|巷)|通信教育|诚信教育|信仰(?:杯|公园|广场|路)"
)

# What the word is about when it stands before one of these: a body, a trade, a thing, a count, not a person.
HEADS = re.compile(
    "机构|中心|医院|学院|研究院|卫生院|疗养院|^院|局|厅|协会|学会|委员会|基金会|联合会|爱国会|公司|企业|单位|团体|院校|学校"
    "|研究|防治|门诊部|诊所|场所|事务|管理处|派出所|实验室|平台|科室|站|队|防制|防控|防护|防疫|预防|监督|监测|检疫|危害"
    "|控制|许可|审批|批准|备案|核准|准印|验收|资质|执业|文号|批复|处罚|罚款|违法|案件|纠纷|事故|产品|药品|药业|药店|药房"
    "|药厂|制药|新药|试剂|疫苗|制品|器械|仪|设备|耗材|软件|保险|用品|出版|活动|工程|技术|专利|作物|食品|农产|农业|种子|种畜"
    "|育种|克隆|资源|(?:防治|管理|卫生)法|法律|条例|办法|规定|经营|生产|销售|研发|产业|公园|广场|路$|街$|杯|获奖|率$|人数"
    "|例数|总数|人次|床位|建设|改造"
)

# What a name speaks of ends here: after it another thing is named.
BREAK = re.compile("[及和与或、,;:/|(]")

# What the word is about when it comes after one of these, and no person is named between the two.
BEFORE = re.compile(
    "(?:动物|植物|畜|禽|兽|犬|猪|水产|养殖|种植|作物|农业|农药|林木|森林|苗木|蚕|蜂|桥梁|公路|道路|路面|隧道|大坝|房屋|建筑"
    "|结构|工程|设备|机械|机电|车辆|计算机|网络|软件|系统|财务|经营|管理|节能|能源|企业|产业|营商|信用|金融|水体|生态|河湖"
    "|土壤|放射|医疗器械)[^|人员者师民户主长本父母偶子夫妻]{0,6}$"
)
