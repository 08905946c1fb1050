"""What every fault owes to its reader: what is wrong and how to mend it, each in Chinese and in English."""

import re

import pytest

_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_UNFILLED = re.compile(r"\{\w*\}")


def is_said_in_both_languages(label):
    """Chinese in Chinese, English in English, each its own text, no gap left unfilled.

    A text is joined to others in one line, so it begins small and ends without a full stop.
    """
    return (
        _CHINESE.search(label.zh) is not None
        and re.search("[a-z]{2}", label.en) is not None
        and label.zh != label.en
        and not _UNFILLED.search(label.zh + label.en)
        and not re.match("[A-Z]", label.zh)
        and not re.match("[A-Z]", label.en)
        and not label.zh.endswith("。")
        and not label.en.endswith(".")
    )


def data_of(kind, call, /, *args, **kwargs):
    """The data that the first fault of a call holds."""
    with pytest.raises(kind) as caught:
        call(*args, **kwargs)
    return dict(caught.value.faults[0].data)


def whole_faults(kind, call, /, *args, **kwargs):
    """The faults of the error that a call raises, each one whole, as (code, field, clause)."""
    with pytest.raises(kind) as caught:
        call(*args, **kwargs)
    assert caught.type is kind
    # What was caught on the way may hold the text that was given: a traceback must not show it.
    assert caught.value.__suppress_context__ or caught.value.__context__ is None
    for fault in caught.value.faults:
        assert is_said_in_both_languages(fault.message), fault.code
        assert is_said_in_both_languages(fault.cure), fault.code
    return [(fault.code, fault.field, fault.clause) for fault in caught.value.faults]
