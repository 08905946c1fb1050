"""The rule of each measure, put together from what the table says that it needs. Measures that need the same share one.

``docs/design/measures.md`` argues the readings.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from jscredit.errors import Label
from jscredit.law import Citation, G, J, M, Rank
from jscredit.measures import facts as about
from jscredit.measures.vocabulary import Implementer, MeasureObject, MeasureSide, Need, PersonRole
from jscredit.records import ListSide, RecordStatus, Severity, SubjectType
from jscredit.records.facts import SEVERITY
from jscredit.rules import Condition, Expression, Rule, literal
from jscredit.validity import ENTRY_IN_FORCE, RESTRAINT_IN_TIME
from jscredit.validity.rules import within

_M25, _M28, _M35 = M.article(25), M.article(28), M.article(35, paragraph=2)
_J8, _J23 = J.article(8), J.article(23)

_PLACES = (
    J.article(7),
    _J8,
    *(J.article(point) for point in range(9, 17)),
    M.article(26, paragraph=1),
    M.article(26, paragraph=2),
    M.article(29),
    G.article(1, item=2),
    G.article(2, item=5),
    G.article(3, item=7),
)
PLACES = MappingProxyType({place.ledger_id: place for place in _PLACES})
"""The clauses that name measures, by their id in the ledger; J16 stands for those that an agency's list adds."""

_OFFICERS = (PersonRole.LEGAL_REPRESENTATIVE, PersonRole.PRINCIPAL, PersonRole.DIRECTLY_RESPONSIBLE)
_ROLES = {
    MeasureObject.RESPONSIBLE_PERSON: _OFFICERS,
    MeasureObject.RESPONSIBLE_PRACTITIONER: (PersonRole.REGISTERED_PRACTITIONER,),
}
_OBJECTS: dict[MeasureObject, Expression] = {
    MeasureObject.MARKET_SUBJECT: about.IS_MARKET_SUBJECT,
    MeasureObject.ENTERPRISE: about.IS_ENTERPRISE,
    MeasureObject.NATURAL_PERSON: about.IS_NATURAL_PERSON,
    # J13 names enterprises and persons first, and market subjects in the same sentence.
    MeasureObject.INDIVIDUAL_UNDER_DUTY: about.HIGH_CONSUMPTION.pick(
        enterprises_and_persons=about.IS_NATURAL_PERSON, market_subjects_only=literal(False)
    ),
    MeasureObject.RURAL_GROUP: about.IS_RURAL,
    MeasureObject.ASSOCIATION_MEMBER: about.IS_MEMBER,
    MeasureObject.ASSOCIATION_APPLICANT: about.IS_APPLICANT,
    MeasureObject.GOVERNMENT_BODY: about.IS_GOVERNMENT_BODY,
    MeasureObject.CIVIL_SERVANT: about.IS_CIVIL_SERVANT,
    MeasureObject.CREDIT_VILLAGE: about.IS_CREDIT_VILLAGE,
    MeasureObject.CREDIT_HOUSEHOLD: about.IS_CREDIT_HOUSEHOLD,
}

_ON_BLACK = about.ENTRY_GIVEN & (about.LIST_SIDE == ListSide.BLACK)
_begun, _not_over, _not_ended = (condition.test for condition in ENTRY_IN_FORCE.conditions)
_ON_RED = about.ENTRY_GIVEN & (about.LIST_SIDE == ListSide.RED) & _begun & _not_over & _not_ended
_FAILING = (Need.BLACK_LISTED, Need.FAILING)
# 法规、规章: of J8, which names them; a law stands above both.
_REGULATION_OR_RULE = (
    Rank.LAW,
    Rank.ADMINISTRATIVE_REGULATION,
    Rank.LOCAL_REGULATION,
    Rank.DEPARTMENT_RULE,
    Rank.LOCAL_GOVERNMENT_RULE,
)

_TESTS: dict[Need, Expression] = {
    Need.BLACK_LISTED: _ON_BLACK,
    Need.FAILING: _ON_BLACK | about.RECORD_GIVEN,
    Need.FAILED_BODY: about.IS_GOVERNMENT_BODY | about.IS_ENTERPRISE | about.IS_PUBLIC_INSTITUTION,
    Need.LEGAL_PERSON: about.SUBJECT_TYPE == SubjectType.LEGAL_PERSON,
    Need.SERIOUS: (about.RECORD_GIVEN & (SEVERITY == Severity.SERIOUS))
    | (about.ENTRY_GIVEN & (about.ENTRY_SEVERITY == Severity.SERIOUS))
    | about.SERIOUSNESS.pick(as_determined=literal(False), by_listing=_ON_BLACK),
    Need.JUDGMENT_DEFAULTER: about.JUDGMENT_DEFAULTER,
    Need.ABLE: about.ABLE_TO_PERFORM,
    Need.REFUSES: about.REFUSES,
    Need.ASSOCIATION_RULES: about.BY_ASSOCIATION_RULES,
    Need.HONEST: _ON_RED | about.TYPICAL_HONEST,
    Need.TYPICAL_OR_CLEAN: about.TYPICAL_HONEST | about.THREE_CLEAN_YEARS,
    Need.RULE_AS_BASIS: ~about.BODY_ASKED | (about.BODY_HAS_BASIS & about.BASIS_RANK.is_in(*_REGULATION_OR_RULE)),
    Need.DOCUMENTS_MISSING: about.DOCUMENTS_MISSING,
    Need.RECORD_QUERIED: about.RECORD_QUERIED,
    Need.POINTS_REACHED: about.POINTS_REACHED,
    Need.GOOD_RECORD_OR_RATING: about.GOOD_RECORD | about.HIGH_RATING,
    Need.DEMONSTRATION: about.DEMONSTRATION,
    Need.ALL_ELSE_EQUAL: about.ALL_ELSE_EQUAL,
    Need.OUTSTANDING: about.OUTSTANDING,
    Need.COMMENDED: about.COMMENDED,
    Need.STATUTORY_BASIS: ~about.BODY_ASKED | about.BODY_HAS_BASIS,
}
BY_BODY = frozenset({"implementer", "rule-as-basis", "statutory-basis"})
"""The conditions about the body that would apply a measure, by their ids."""


class Shape(NamedTuple):
    """What a measure's rule is made of."""

    place: str
    side: MeasureSide
    objects: tuple[MeasureObject, ...]
    needs: tuple[Need, ...]
    implementers: tuple[Implementer, ...]


@cache
def rule_of(shape: Shape) -> Rule:
    """The rule of all measures of one shape: whether they apply."""
    place = PLACES[shape.place]
    side = "restraint" if shape.side is MeasureSide.RESTRAINT else "incentive"
    told = "+".join((*shape.objects, *shape.needs, *shape.implementers))
    return Rule(
        f"measure:{shape.place}:{side}:{told}",
        place,
        Label(f"{shape.side.label.zh}措施适用", f"the {shape.side.label.en} applies"),
        tuple(_conditions(shape, place)),
        RESTRAINT_IN_TIME.notices if set(shape.needs) & set(_FAILING) else (),
    )


def _conditions(shape: Shape, place: Citation) -> Iterator[Condition]:
    zh, en = "、".join(one.label.zh for one in shape.objects), ", ".join(one.label.en for one in shape.objects)
    yield Condition("object", place, Label(f"对象为{zh}", f"its object is: {en}"), _object(shape.objects))
    if any(one.is_behind_a_subject for one in shape.objects) and Need.LEGAL_PERSON not in shape.needs:
        yield Condition("persons-behind", M.article(29), _BEHIND, _if_a_person(shape, _OF_WHAT))
    for need in shape.needs:
        cited = _M25 if need is Need.STATUTORY_BASIS else place
        test = _if_a_person(shape, about.RESPONSIBLE) if need is Need.RESPONSIBLE else _TESTS[need]
        yield Condition(need.value.replace("_", "-"), cited, need.label, test)
        if need in _FAILING:
            yield from _while_the_ground_lasts(listed=need is Need.BLACK_LISTED)
    if shape.implementers:
        test = ~about.BODY_ASKED | about.IMPLEMENTER.is_in(*shape.implementers)
        yield Condition("implementer", place, _IMPLEMENTER, test)
    if shape.side is MeasureSide.RESTRAINT:
        yield Condition("measure-period", _J23, _IN_PERIOD, _IN_PERIOD_TEST)


_BEHIND = Label("所问为人员的，失信主体为法人", "where a person is asked about, the failing subject is a legal person")
_OF_WHAT = about.PERSONS_BEHIND.pick(
    legal_persons=about.SUBJECT_TYPE == SubjectType.LEGAL_PERSON, every_organisation=literal(True)
)
_IMPLEMENTER = Label("由该类单位实施", "applied by a body of this kind")
_IN_PERIOD = Label("惩戒期限未满", "the period of the restraint is not over")
_IN_PERIOD_TEST = ~about.MEASURE_PERIOD_SET | within(
    about.PERIOD_RUNS_FROM.pick(determination=about.MEASURE_DETERMINED_ON, action=about.ACTED_ON),
    about.MEASURE_PERIOD,
)


def _if_a_person(shape: Shape, test: Expression) -> Expression:
    """What is asked of a person behind the subject; of nobody where the subject itself is asked about."""
    of_persons_only = all(one.is_behind_a_subject for one in shape.objects)
    return test if of_persons_only else ~about.PERSON_ASKED | test


def _object(objects: tuple[MeasureObject, ...]) -> Expression:
    """A measure of the subject itself, of the persons behind it, or of both."""
    own = [_OBJECTS[one] for one in objects if one in _OBJECTS]
    roles = [role for one in objects if one.is_behind_a_subject for role in _ROLES[one]]
    person = about.PERSON_ROLE.is_in(*roles)
    if MeasureObject.ANY_SUBJECT in objects:
        return ~about.PERSON_ASKED
    if not own:
        return about.PERSON_ASKED & person
    of_subject = own[0]
    for one in own[1:]:
        of_subject = of_subject | one
    return of_subject & (~about.PERSON_ASKED | person) if roles else of_subject & ~about.PERSON_ASKED


def _while_the_ground_lasts(*, listed: bool) -> Iterator[Condition]:
    """J20 and M30: where it rests on an entry and on a record, both have to last, so the earlier end counts."""
    for each in ENTRY_IN_FORCE.conditions:
        yield each if listed else replace(each, test=~about.ENTRY_GIVEN | each.test)
    active = ~about.RECORD_GIVEN | (about.RECORD_STATUS == RecordStatus.ACTIVE)
    label = Label("记录未修复、未撤销", "the record was neither repaired nor withdrawn")
    yield Condition("record-active", _M35, label, active)
    for each in RESTRAINT_IN_TIME.conditions:
        yield replace(each, id=f"record-{each.id}", test=~about.RECORD_GIVEN | each.test)
