"""`screen`: leave out units with too little data."""

from dataclasses import replace

import numpy as np

from chengshu import kernels
from chengshu.index.draft import Draft, Outcome, leave_out, unchanged
from chengshu.index.problems import all_screened_out, screened_out
from chengshu.model import ScoringError, Screen, ScreenCount, Status


def screen(draft: Draft, step: Screen) -> Outcome:
    """The draft without the units that have too little data at this step.

    They keep their rows, blank, each with an Issue, and take part in nothing that follows. With `observed` only
    cells of status observed count: neither imputed nor estimated nor illustrative ones.

    Raises
    ------
    ScoringError
        If no unit is left in any period.
    """
    present = ~np.isnan(draft.values)
    if step.count is ScreenCount.OBSERVED:
        present &= draft.status == Status.OBSERVED
    share = kernels.availability(present)
    out = draft.taking_part & ~kernels.enough(share, step.require)
    if not (draft.taking_part & ~out).any():
        raise ScoringError([all_screened_out(step.require)])
    issues = tuple(
        screened_out(draft.unit_codes[unit], draft.periods[period], float(share[period, unit]), step.require)
        for period, unit in np.argwhere(out).tolist()
    )
    cells = out[:, :, np.newaxis] & ~np.isnan(draft.values)
    done = replace(
        leave_out(draft, cells), taking_part=draft.taking_part & ~out, issues=draft.issues + issues
    )
    return replace(unchanged(draft), draft=done, changed=cells)
