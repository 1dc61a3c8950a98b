"""Every step has its word, and statuses are ordered by how little they are sure."""

import typing

from chengshu.model import STEP_NAMES, Status, Step


def test_every_step_has_one_word() -> None:
    assert set(STEP_NAMES) == set(typing.get_args(Step))
    assert len(set(STEP_NAMES.values())) == len(STEP_NAMES)


def test_the_less_sure_status_is_the_greater() -> None:
    assert sorted(Status) == [Status.MISSING, Status.OBSERVED, Status.ESTIMATED, Status.ILLUSTRATIVE]
    assert [status.label for status in Status] == ["missing", "observed", "estimated", "illustrative"]
