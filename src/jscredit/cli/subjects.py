"""Which of a sheet's subjects a number names: by the number alone, never by a name."""

from collections.abc import Iterator, Sequence

from jscredit.errors import Fault, InvalidInput, Label
from jscredit.records import (
    CreditCode,
    CreditFile,
    IdType,
    Match,
    OrganisationCode,
    OtherId,
    ResidentId,
    Subject,
    match,
    match_keys,
)
from jscredit.records.identifiers.text import normalise

_EIGHTEEN = 18
# Of the numbers with 18 characters, those that have a check digit; any other 18 are one of them written wrongly.
_OF_EIGHTEEN = (IdType.HK_MACAO_TAIWAN_RESIDENCE_PERMIT, IdType.FOREIGN_PERMANENT_RESIDENCE)


def files_of(number: str, files: Sequence[CreditFile]) -> list[int]:
    """The places of the files whose subject has this number; none where the sheet does not hold it.

    Raises:
        InvalidInput: ``cli.subject``, where no number of any kind is written so.
    """
    wanted = tuple(_with_number(number))
    if not wanted:
        raise InvalidInput(_NO_NUMBER)
    keys = {key for subject in wanted for key in match_keys(subject)}
    return [
        at
        for at, file in enumerate(files)
        if not keys.isdisjoint(match_keys(file.subject))
        and any(match(subject, file.subject) is Match.SAME for subject in wanted)
    ]


def _with_number(number: str) -> Iterator[Subject]:
    """A subject for every kind of number that this may be."""
    if CreditCode.is_valid(number):
        yield Subject(credit_code=CreditCode(number))
    if OrganisationCode.is_valid(number):
        yield Subject(organisation_code=OrganisationCode(number))
    if ResidentId.is_valid(number):
        yield Subject(resident_id=ResidentId(number))
    for kind in _OF_EIGHTEEN if len(normalise(number)) == _EIGHTEEN else IdType:
        if OtherId.is_valid(kind, number):
            yield Subject(other_ids=(OtherId(kind, number),))


_NO_NUMBER = Fault(
    code="cli.subject",
    message=Label("不是任何一种主体号码，或者校验码不符", "no number of a subject is so, or its check digit is wrong"),
    cure=Label(
        "请给出统一社会信用代码、组织机构代码、登记号，或者自然人的证件号码",
        "give a unified social credit code, an organisation code, a registration number, or a person's document number",
    ),
    field="--subject",
)
