"""A request, with who asks and what is proved. ``None`` means *not known*; a proof that is None was not given."""

from collections.abc import Iterator
from typing import ClassVar, Self

from pydantic import model_validator
from pydantic.dataclasses import dataclass

from jscredit.catalog import CatalogueEntry
from jscredit.errors import Fault, Label
from jscredit.records import Body, Document, RecordState, Subject, Value
from jscredit.records.value import STRICT, Day, Text, refuse
from jscredit.sharing.vocabulary import (
    AccessRight,
    AuthorisationForm,
    Channel,
    OpennessException,
    RequesterType,
)


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class Requester(Value):
    """Who asks: a body, or a person or organisation as a subject; give what is known.

    Attributes:
        type: department, social institution, or the public. A request has to state it (M6, third paragraph).
        body: the department or institution.
        subject: the person or organisation that asks.

    Raises:
        pydantic.ValidationError: ``requester.person``: a natural person who acts for no body is no department and no
            institution.

    >>> Requester(type=RequesterType.PUBLIC, subject=Subject(name="张三")).shown_name
    '张**'
    """

    type: RequesterType | None = None
    body: Body | None = None
    subject: Subject | None = None

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        refuse("Requester", self._faults())
        return self

    def _faults(self) -> Iterator[Fault]:
        is_user = self.type in {RequesterType.GOVERNMENT_DEPARTMENT, RequesterType.SOCIAL_INSTITUTION}
        if is_user and self.body is None and self.subject is not None and self.subject.is_natural_person:
            yield _PERSON

    @property
    def shown_name(self) -> str | None:
        """What to call it where it is shown: a person's name is masked."""
        if self.body is not None:
            return self.body.name
        return self.subject.shown_name if self.subject is not None else None


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class IdentityProof(Value):
    """A proof of identity that was shown.

    Attributes:
        holder: whom it proves.
        valid: whether it was found valid.
    """

    holder: Subject
    valid: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class Authorisation(Value):
    """A proof that a subject authorises somebody to query.

    Attributes:
        subject: who gives it; it must be the one asked about.
        authorised: to whom.
        form: in which form.
        form_accepted: of another form than written or SMS, whether the organisation accepts it.
        first_day: the first day that it covers.
        last_day: the last one.
        until_revoked: it names no last day.
    """

    subject: Subject
    authorised: Requester | None = None
    form: AuthorisationForm | None = None
    form_accepted: bool | None = None
    first_day: Day | None = None
    last_day: Day | None = None
    until_revoked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class OnlineAuthentication(Value):
    """An authentication of identity online.

    Attributes:
        holder: who was authenticated.
        on: the day; it counts for that day only.
    """

    holder: Subject
    on: Day


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT, repr=False)
class AccessRequest(Document):
    """A request for one record, or for one data element of it.

    Attributes:
        requester: who asks.
        state: the record as it stands in the file; its subject is the one asked about.
        entry: the catalogue's entry of the record: in it stand class, content and scope of use (M8, M19).
        element: the code of the data element that is asked for; None: the whole record.
        channel: through which channel.
        purpose: for what, in the words of the catalogue's scope of use.
        right: by which right it is asked for; None: any.
        identity_proof: what was shown.
        authorisation: what was shown.
        authentication: the online authentications that were passed.
        exceptions: what bars the record from being made public, beside what its entry says (M4, G1.2).
    """

    schema_name: ClassVar[str] = "jscredit.access-request"

    requester: Requester
    state: RecordState
    entry: CatalogueEntry | None = None
    element: Text | None = None
    channel: Channel | None = None
    purpose: Text | None = None
    right: AccessRight | None = None
    identity_proof: IdentityProof | None = None
    authorisation: Authorisation | None = None
    authentication: tuple[OnlineAuthentication, ...] = ()
    exceptions: tuple[OpennessException, ...] = ()


_PERSON = Fault(
    code="requester.person",
    message=Label("自然人不是政府部门或者社会机构", "a natural person is no department and no institution"),
    cure=Label("请给出所代表的单位，或者按公众查询", "name the body that the person acts for, or ask as the public"),
    field="type",
    clause="M6¶3",
)
