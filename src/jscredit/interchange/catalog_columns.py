"""The columns of a catalogue's sheet, in their order: each with its header, its attribute, and its cells."""

from typing import NamedTuple

from jscredit.catalog import RowSubject, Secrecy, UserType
from jscredit.interchange.catalog_cells import (
    Read,
    Write,
    read_choice,
    read_choices,
    read_codes,
    read_count,
    read_day,
    read_flag,
    read_period,
    read_several,
    read_text,
    write_choice,
    write_codes,
    write_flag,
    write_period,
    write_several,
    write_text,
)
from jscredit.law import Rank
from jscredit.records import Category, Kind, Level, ProviderType, SharingClass, SubjectType


class CatalogColumn(NamedTuple):
    """One column: its header, the attribute it holds (of a part after a dot), how a cell is written and read."""

    header: str
    name: str
    write: Write = write_text
    read: Read = read_text


def _texts(header: str, name: str) -> CatalogColumn:
    return CatalogColumn(header, name, write_several(write_text), read_several(read_text))


def _choice(header: str, name: str, kind: type) -> CatalogColumn:
    return CatalogColumn(header, name, write_choice, read_choice(kind))


def _choices(header: str, name: str, kind: type) -> CatalogColumn:
    return CatalogColumn(header, name, write_several(write_choice), read_choices(kind))


def _flag(header: str, name: str) -> CatalogColumn:
    return CatalogColumn(header, name, write_flag, read_flag)


def _period(header: str, name: str) -> CatalogColumn:
    return CatalogColumn(header, name, write_period, read_period)


CATALOGUE_COLUMNS = (
    CatalogColumn("目录编号", "id"),
    CatalogColumn("目录名称", "title"),
    CatalogColumn("版次", "edition"),
    _choice("目录层级", "level", Level),
    CatalogColumn("行政区划代码", "region"),
    CatalogColumn("施行日期", "in_force_from", read=read_day),
    CatalogColumn("终止日期", "in_force_through", read=read_day),
)
ENTRY_COLUMNS = (
    CatalogColumn("目录项编码", "code"),
    CatalogColumn("目录项名称", "name"),
    CatalogColumn("英文名称", "name_en"),
    _choices("信息主体类型", "subject_types", SubjectType),
    _choices("信息种类", "kinds", Kind),
    _choice("信息类别", "category", Category),
    CatalogColumn("信息提供单位", "provider.name"),
    CatalogColumn("提供单位代码", "provider.code", lambda code: code.reveal()),
    _choice("提供单位类型", "provider.type", ProviderType),
    _choice("提供单位层级", "provider.level", Level),
    CatalogColumn("提供单位区划", "provider.region"),
    _flag("不限提供单位", "any_provider"),
    _choices("提供层级", "levels", Level),
    _choices("使用范围类别", "sharing_classes", SharingClass),
    _choices("使用单位类型", "scope_of_use.users", UserType),
    _texts("指定使用单位", "scope_of_use.named_users"),
    _texts("使用用途", "scope_of_use.purposes"),
    _period("更新周期", "update_cycle"),
    CatalogColumn("数据来源", "data_source"),
    CatalogColumn("格式规范", "format"),
    _period("使用期限", "period_of_use"),
    _period("保存期限", "retention_period"),
    _period("一般失信有效期", "validity.general"),
    _period("较重失信有效期", "validity.rather_serious"),
    _period("严重失信有效期", "validity.serious"),
    CatalogColumn("有效期依据", "validity.norm.citation"),
    _choice("依据位阶", "validity.norm.rank", Rank),
    _choices("目录项涉密涉隐私", "secrecy", Secrecy),
)
ELEMENT_COLUMNS = (
    CatalogColumn("列代码", "code"),
    CatalogColumn("数据项名称", "name"),
    _texts("别名", "aliases"),
    CatalogColumn("类型", "type"),
    CatalogColumn("最大长度", "max_length", read=read_count),
    _flag("必填", "required"),
    CatalogColumn("同组", "group"),
    _choice("必填主体", "required_for", RowSubject),
    _choice("不填主体", "blank_for", RowSubject),
    _flag("整列可缺", "may_be_absent"),
    CatalogColumn("代码表", "code_list"),
    CatalogColumn("代码", "codes", write_codes, read_codes),
    CatalogColumn("其他项代码", "other_code"),
    _flag("其他项须注明", "other_specified"),
    CatalogColumn("空白代表", "blank_code"),
    CatalogColumn("无内容用词", "none_word"),
    _flag("可填无内容", "none_allowed"),
    CatalogColumn("不早于", "not_before"),
    _flag("不晚于报送日", "not_after_report"),
    CatalogColumn("记录字段", "field"),
    _choice("数据项使用范围", "sharing_class", SharingClass),
    _choices("数据项涉密涉隐私", "secrecy", Secrecy),
)
