"""Write one invented repair case and one invented agency's settings: the same bytes each time.

``python samples/repair_case.py [FOLDER]`` writes ``repair_record.json``, ``repair_evidence.json`` and ``settings.json``
into FOLDER, by default the folder of this script.
"""

import json
import sys
from datetime import date
from pathlib import Path

from invented import credit_code

from jscredit import Body, Conduct, CreditRecord, Judgement, Kind, Procedure, RepairEvidence, Severity, Subject
from jscredit.records import SubjectType

_INVENTED = "虚构，仅作样例 | invented, a sample"


def record() -> CreditRecord:
    """A serious failure: a penalty for bid rigging."""
    return CreditRecord(
        id="样例-1",
        subject=Subject(type=SubjectType.LEGAL_PERSON, name="虚构市甲辰建材有限公司", credit_code=credit_code(2001)),
        kind=Kind.PENALTY,
        conduct=Conduct.BID_RIGGING,
        provider=Body(name="虚构市样例局"),
        conduct_on=date(2019, 1, 10),
        determined_on=date(2019, 3, 5),
        severity=Severity.SERIOUS,
        procedure=Procedure.GENERAL,
        reflects_credit=True,
        determined_by="虚构市样例局",
        document_number="虚市罚字〔2019〕2001号",
    )


def evidence() -> RepairEvidence:
    """What the applicant shows: corrected on 2019-04-20, and nothing of the kind since."""
    found = Judgement(finding=True, by="虚构市样例局", on=date(2020, 4, 1), evidence=("整改报告",))
    return RepairEvidence(
        corrected_on=date(2019, 4, 20),
        clear_effect=found,
        adverse_effect_eliminated=found,
        recurred=False,
        self_discipline=True,
        credit_management_system=True,
        commitment_not_to_fail_again=True,
    )


def settings() -> dict[str, object]:
    """An open term that is filled, a reading that is chosen, and a period replaced for certain cases."""
    agency = {"citation": f"虚信〔2019〕1号（{_INVENTED}）", "rank": "agency_setting"}
    rule = {"citation": f"虚构的部门规章第五条（{_INVENTED}）", "rank": "department_rule"}
    about_food = {"op": "equal", "args": [{"fact": "conduct"}, {"value": Conduct.FOOD_SAFETY.value}]}
    return {
        "schema": "jscredit.settings",
        "version": 1,
        "settings": [
            {"term": "rather-serious-period", "value": {"years": 2}, "source": agency},
            {"term": "clean-year", "value": "so-far", "source": agency},
            {"term": "serious-period", "value": {"years": 5}, "source": rule, "when": about_food},
        ],
    }


def files() -> dict[str, str]:
    """Each file's name and its text."""
    documents = {
        "repair_record.json": json.loads(record().to_storage_json()),
        "repair_evidence.json": json.loads(evidence().to_storage_json()),
        "settings.json": settings(),
    }
    return {name: json.dumps(each, ensure_ascii=False, indent=1) + "\n" for name, each in documents.items()}


def main() -> None:
    """Write the three files."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parent)
    for name, text in files().items():
        (folder / name).write_bytes(text.encode())


if __name__ == "__main__":
    main()
