"""The bounds of tiers."""

from collections.abc import Iterator

from chengshu.definition.places import Spot
from chengshu.definition.wording import NOTHING, error, same, shown
from chengshu.model import BandMethod, Issue, Text

BOUNDS = ("above", "from")
_FEWEST = 2


def check_tiers(edition: Spot) -> Iterator[Issue]:
    """Issues of the tiers: without an index, too few, with bounds that are missing, out of order or too many."""
    tiers = edition["tiers"]
    if not tiers.names:
        return
    if "index" not in edition:
        yield error("no_index", tiers.where, **_NEEDS_INDEX)
    bands = tuple(tiers["bands"].items())
    if "bands" in tiers and len(bands) < _FEWEST and tiers["bands"].word == "":
        yield error("too_few_bands", tiers["bands"].where, expected=_TWO, found=same(str(len(bands))))
    if tiers["method"].word == BandMethod.THRESHOLDS.value:
        yield from _thresholds(bands)
    elif tiers["method"].word in {method.value for method in BandMethod}:
        yield from (issue for band in bands for issue in _unbounded(band, tiers["method"].word))


def _thresholds(bands: tuple[Spot, ...]) -> Iterator[Issue]:
    former: float | None = None
    for band in bands[:-1]:
        written = [key for key in BOUNDS if key in band]
        if len(written) != 1:
            found = NOTHING if not written else Text("两者都写了", "both")
            yield error("band_bound", band.where, expected=_ONE_BOUND, found=found)
            continue
        bound = band[written[0]].number
        if former is not None and bound is not None and bound >= former:
            expected = Text(f"小于上一档的 {former:g}", f"less than the {former:g} of the band before")
            yield error(
                "bounds_not_falling",
                band[written[0]].where,
                expected=expected,
                found=same(f"{bound:g}"),
                remedy=_FALLING,
            )
        former = bound if bound is not None else former
    for band in bands[-1:]:
        yield from (
            error("last_band", band[key].where, found=shown(band[key].value), **_LAST)
            for key in BOUNDS
            if key in band
        )


def _unbounded(band: Spot, method: str) -> Iterator[Issue]:
    for key in BOUNDS:
        if key in band:
            yield error(
                "bound_without_thresholds",
                band[key].where,
                expected=Text(f"不写界值（method 为 {method}）", f"no bound where the method is {method}"),
                found=shown(band[key].value),
                remedy=Text(
                    f"请删去 {key}，或改用 method: thresholds。", f"Delete {key}, or use method: thresholds."
                ),
            )


_NEEDS_INDEX = {
    "expected": Text("有 index 的版本", "an edition with an index"),
    "found": Text("有梯队而无 index", "tiers without one"),
    "remedy": Text("请定义 index，或删去 tiers。", "Define an index, or delete tiers."),
}
_TWO = Text("至少 2 档", "at least 2 bands")
_ONE_BOUND = Text("above（不含）与 from（含）二者之一", "one of above (excluded) and from (included)")
_FALLING = Text("界值须由高到低严格递减。", "Bounds fall strictly from the best band to the last.")
_LAST = {
    "expected": Text("不写界值（最后一档）", "no bound in the last band"),
    "remedy": Text("最后一档收纳其余单位，请删去此键。", "The last band takes the rest; delete this key."),
}
