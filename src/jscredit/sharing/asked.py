"""What the rules of access ask of a request, by name."""

from jscredit.errors import Label
from jscredit.records import RecordStatus, SharingClass
from jscredit.rules import Fact
from jscredit.sharing.vocabulary import AuthorisationForm, Channel, OpennessException, RequesterType

REQUESTER_TYPE = Fact.choice("requester_type", RequesterType, Label("查询方类型", "type of the requester"))
REQUESTER_IS_SUBJECT = Fact.flag("requester_is_subject", Label("查询方即信息主体", "the requester is the subject"))
SHARING_CLASS = Fact.choice("sharing_class", SharingClass, Label("共享类别", "class of use"))
CHANNEL = Fact.choice("channel", Channel, Label("渠道", "channel"))
CONTENT_NAMED = Fact.flag("content_named", Label("属目录列明的内容", "the catalogue names the content"))
PURPOSE_IN_SCOPE = Fact.flag("purpose_in_scope", Label("用途在使用范围内", "the purpose is within the scope of use"))
NAMES_REQUESTER = Fact.flag("scope_names_requester", Label("使用范围列明该单位", "the scope names the requester"))
NAMES_DEPARTMENTS = Fact.flag(
    "scope_names_departments", Label("使用范围列明政府部门", "the scope names government departments")
)
NAMES_INSTITUTIONS = Fact.flag(
    "scope_names_institutions", Label("使用范围列明社会机构", "the scope names social institutions")
)
IDENTITY_PROOF = Fact.flag("identity_proof", Label("出示身份证明", "a proof of identity was shown"))
PROOF_OF_REQUESTER = Fact.flag("proof_of_requester", Label("身份证明属查询方", "the proof is the requester's"))
PROOF_VALID = Fact.flag("proof_valid", Label("身份证明有效", "the proof is valid"))
AUTHORISATION = Fact.flag("authorisation", Label("出示授权证明", "a proof of authorisation was shown"))
FORM = Fact.choice("authorisation_form", AuthorisationForm, Label("授权形式", "form of the authorisation"))
FORM_ACCEPTED = Fact.flag("authorisation_form_accepted", Label("该形式获认可", "the form is accepted"), judged=True)
BY_SUBJECT = Fact.flag("authorised_by_subject", Label("由该信息主体授权", "the subject asked about gave it"))
TO_REQUESTER = Fact.flag("authorised_to_requester", Label("授权该查询方", "it was given to the requester"))
AUTHORISED_FROM = Fact.day("authorised_from", Label("授权起始日", "first day of the authorisation"))
AUTHORISED_UNTIL = Fact.day("authorised_until", Label("授权截止日", "last day of the authorisation"))
UNTIL_REVOKED = Fact.flag("authorised_until_revoked", Label("授权未设截止日", "it names no last day"))
SUBJECT_AUTHENTICATED = Fact.flag(
    "subject_authenticated", Label("信息主体当日通过身份识别认证", "the subject passed authentication that day")
)
REQUESTER_AUTHENTICATED = Fact.flag(
    "requester_authenticated", Label("查询方当日通过身份识别认证", "the requester passed authentication that day")
)
STATUS = Fact.choice("record_status", RecordStatus, Label("记录状态", "status of the record"))
EXCEPTIONS = {
    one: Fact.flag(f"exception_{one.value}", Label(f"涉及{one.label.zh}", f"it touches on {one.label.en}"))
    for one in OpennessException
}
