"""What the pipeline starts from."""

import numpy as np

from chengshu.index.draft import first_draft, leave_out, unchanged
from chengshu.model import Normalise, Normaliser, Status

NAN = np.nan


def test_cells_outside_the_sample_are_blank_from_the_start(bench) -> None:
    framework = bench.framework(bench.indicators(2))
    panel = bench.panel(framework, [[1.0, 2.0], [3.0, NAN]], sample=[False, True])
    draft = first_draft(framework, bench.units(2), panel)
    np.testing.assert_array_equal(draft.values, [[[NAN, NAN], [3.0, NAN]]])
    assert draft.status.tolist() == [[[0, 0], [1, 0]]]
    assert draft.taking_part.tolist() == [[False, True]]


def test_goalposts_stand_beside_the_values_in_every_period(bench) -> None:
    posts = Normalise(Normaliser.GOALPOSTS, low=1.0, high=9.0)
    framework = bench.framework((*bench.indicators(1, normalise=posts), *bench.indicators(2)[1:]))
    draft = first_draft(framework, bench.units(1), bench.panel(framework, [[[1.0, 2.0]], [[3.0, 4.0]]]))
    np.testing.assert_array_equal(draft.posts, [[[1.0, NAN], [9.0, NAN]]] * 2)


def test_a_cell_that_is_left_out_is_missing(bench) -> None:
    framework = bench.framework(bench.indicators(1))
    draft = first_draft(framework, bench.units(2), bench.panel(framework, [[1.0], [2.0]]))
    done = leave_out(draft, np.array([[[True], [False]]]))
    np.testing.assert_array_equal(done.values, [[[NAN], [2.0]]])
    assert done.status.tolist() == [[[Status.MISSING], [Status.OBSERVED]]]
    np.testing.assert_array_equal(draft.values, [[[1.0], [2.0]]])


def test_a_step_with_nothing_to_do_says_so(bench) -> None:
    framework = bench.framework(bench.indicators(2))
    outcome = unchanged(first_draft(framework, bench.units(1), bench.panel(framework, [[1.0, 2.0]])))
    assert not outcome.changed.any()
    assert outcome.notes == ("", "")
