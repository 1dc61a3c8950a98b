"""Small editions with scores, made in code: pseudonymous units, values from a seeded generator."""

from dataclasses import dataclass, replace

import numpy as np
import pytest

from chengshu.model import (
    Aggregate,
    Aggregator,
    Band,
    BandMethod,
    Bools,
    ContextItem,
    Definition,
    Edition,
    Extract,
    Floats,
    Framework,
    Impute,
    Imputer,
    Indicator,
    Issue,
    Level,
    Node,
    Normalise,
    Normaliser,
    Origin,
    Panel,
    Rank,
    Scores,
    Screen,
    Severity,
    Small,
    SourceUse,
    Status,
    Step,
    StepResult,
    Text,
    Tiers,
    TierTable,
    Transform,
    Transformation,
    TransformStep,
    Unit,
    Units,
    Unplaced,
    Weigh,
    Weight,
)

HOSTILE = (
    "<script>window.broken=1</script>",
    '=HYPERLINK("http://example.org","x")',
    "\u202egnorts\u2066",
    "长" * 10_000,
    'a,b\r\n"c"',
)
MEAN = Aggregate(Aggregator.ARITHMETIC)
BANDS = tuple(
    Band(f"g{place}", Text(f"第{word}组", f"Group {place}"))
    for place, word in enumerate("一二三四五", start=1)
)
PIPELINE: tuple[Step, ...] = (
    Impute(Imputer.MEDIAN),
    Screen(0.5),
    TransformStep(),
    Normalise(Normaliser.MINMAX),
    Weigh(),
    MEAN,
    Rank(decimals=1),
)


@dataclass(frozen=True)
class Sample:
    edition: Edition
    scores: Scores


def indicator(place: int) -> Indicator:
    return Indicator(
        f"i{place}",
        Text(f"样例指标{place}", f"Sample indicator {place}"),
        definition=Text(f"样例指标{place}的定义。", f"What sample indicator {place} is."),
        origin=Origin.PROPOSED if place else Origin.CONFIRMED,
        unit=Text("个", "items"),
        transform=Transform(Transformation.LOG1P),
        normalise=Normalise(Normaliser.MINMAX),
        impute=Impute(Imputer.MEDIAN),
    )


def framework() -> Framework:
    leaves = tuple(indicator(place) for place in range(4))
    graded = replace(
        leaves[3],
        levels=(Level("none", 0.0, Text("无", "None")), Level("built", 100.0, Text("已建", "Built"))),
        transform=None,
        normalise=None,
    )
    tree = Node(
        "total",
        Text("样例总指数", "Sample index"),
        (
            Node("base", Text("基础", "Base"), leaves[:2], MEAN, weight=Weight(0.4)),
            Node("use", Text("应用", "Use"), (leaves[2], graded), MEAN, weight=Weight(0.6)),
        ),
        MEAN,
    )
    return Framework(
        "sample",
        Text("样例指数", "Sample Index"),
        pipeline=PIPELINE,
        index=tree,
        context=(ContextItem("population", Text("人口", "Population"), unit=Text("人", "persons")),),
        tiers=Tiers(BandMethod.QUANTILE, BANDS),
        rank=Rank(decimals=1),
        description=Text("用于检验程序的样例。", "A sample by which the program is tested."),
        notice=Text("样例，不说明任何城市。", "A sample. It describes no city."),
        as_of="2023-12",
    )


def units(count: int) -> Units:
    return Units(
        tuple(
            Unit(
                f"S-{place:03d}",
                Text(f"样本城市 S-{place:03d}", f"Sample city S-{place:03d}"),
                pinyin=f"yangben{place}",
                groups={"province": f"样本省{place % 7}"},
            )
            for place in range(1, count + 1)
        )
    )


def panel(periods: tuple[str, ...], codes: tuple[str, ...], status: Status) -> Panel:
    shape = (len(periods), len(codes), 5)
    values = np.round(np.random.default_rng(7).lognormal(8, 1.5, shape))
    level = np.full(shape, -1, dtype=np.int8)
    level[..., 3] = np.arange(shape[1]) % 2
    values[..., 3] = level[..., 3] * 100.0
    return Panel(
        periods=periods,
        units=codes,
        indicators=("i0", "i1", "i2", "i3", "population"),
        values=values,
        status=np.full(shape, status, dtype=np.int8),
        level=level,
        origin=np.zeros(shape, dtype=np.int32),
        as_of=np.zeros(shape, dtype=np.int32),
        sample=np.ones(shape[:2], dtype=np.bool_),
        origins=("register",),
        dates=("2023-12",),
    )


def ranks(values: Floats, sample: Bools) -> Floats:
    found = np.full_like(values, np.nan)
    for period, inside in enumerate(sample):
        shown = np.where(inside[:, None], np.round(values[period], 1), np.nan)
        above = (shown[None, :, :] > shown[:, None, :]).sum(axis=1)
        found[period] = np.where(np.isnan(shown), np.nan, above + 1.0)
    return found


def tier_table(values: Floats, bands: tuple[Band, ...]) -> TierTable:
    periods, count = values.shape
    band = np.full((periods, count), -1, dtype=np.int8)
    bounds = np.full((periods, len(bands)), np.nan)
    for period in range(periods):
        known = np.flatnonzero(~np.isnan(values[period]))
        order = known[np.argsort(-values[period, known], kind="stable")]
        for place, part in enumerate(np.array_split(order, len(bands))):
            band[period, part] = place
            bounds[period, place] = values[period, part].min(initial=np.inf) if len(part) else np.nan
    counts = np.stack([(band == place).sum(axis=1) for place in range(len(bands))], axis=1)
    names = tuple(each.name for each in bands)
    return TierTable(tuple(each.id for each in bands), names, band, bounds, counts.astype(np.int64))


def score(definition: Framework, cells: Panel) -> Scores:
    """Scores as an engine might find them: min–max, then plain means; the parts are exact, the rest plausible."""
    scored = cells.values[..., :4]
    low, high = scored.min(axis=1, keepdims=True), scored.max(axis=1, keepdims=True)
    leaves = np.where(high > low, (scored - low) / np.where(high > low, high - low, 1.0) * 100.0, 50.0)
    base, use = leaves[..., :2].mean(axis=-1), leaves[..., 2:].mean(axis=-1)
    stack = [
        0.4 * base + 0.6 * use,
        base,
        leaves[..., 0],
        leaves[..., 1],
        use,
        leaves[..., 2],
        leaves[..., 3],
    ]
    values = np.where(cells.sample[..., None], np.stack(stack, axis=-1), np.nan)
    periods = len(cells.periods)
    weights = np.tile(np.array([1.0, 0.4, 0.2, 0.2, 0.6, 0.3, 0.3]), (periods, 1))
    status: Small = np.where(np.isnan(values), np.int8(0), cells.status.max(axis=-1, keepdims=True))
    return Scores(
        periods=cells.periods,
        units=cells.units,
        nodes=tuple(item.id for item in definition.tree),
        levels=tuple(definition.levels[item.id] for item in definition.tree),
        values=values,
        ranks=ranks(values, cells.sample),
        status=status,
        estimated_share=np.where(np.isnan(values), np.nan, 0.0),
        declared=weights,
        normalised=weights,
        effective=weights,
        sample=cells.sample,
        steps=(
            StepResult("transform", cells.indicators[:4], np.log1p(scored), np.ones(scored.shape, bool)),
            StepResult("normalise", cells.indicators[:4], leaves, np.ones(scored.shape, bool)),
        ),
        tiers=tier_table(values[..., 0], definition.tiers.bands) if definition.tiers else None,
    )


def extract(codes: tuple[str, ...]) -> Extract:
    return Extract(
        "register",
        codes,
        ("records",),
        np.ones((len(codes), 1)),
        unplaced=(
            Unplaced(
                "records", "香港", 30.0, Text("不在本版单位清单之内", "not among the units of this edition")
            ),
            Unplaced("records", "某地", 70.0, Text("来源未写明地级单位", "the source names no prefecture")),
        ),
        totals={"records": 10_000.0},
    )


USE = SourceUse(
    "register",
    "number_segments",
    package="sample==1.0",
    as_of="2023-12",
    values={"i0": "records"},
    title=Text("样例登记表", "Sample register"),
    publisher=Text("样例机构", "Sample body"),
    licence="CC0-1.0",
    address="https://example.org/register",
)


def sample(count: int = 12, periods: tuple[str, ...] = ("2023",), status: Status = Status.OBSERVED) -> Sample:
    """An edition whose units all have every cell, and its scores."""
    definition, listed = framework(), units(count)
    cells = panel(periods, listed.codes, status)
    edition = Edition(
        Definition(definition, sources=(USE,)),
        listed,
        cells,
        hash="0123456789abcdef" * 4,
        files={"edition.yaml": "00"},
        extracts={"register": extract(listed.codes)},
        issues=(
            Issue(
                "blank",
                Severity.WARNING,
                unit="S-002",
                indicator="i1",
                period=periods[-1],
                found=Text("空", "blank"),
            ),
        ),
    )
    return Sample(edition, score(definition, cells))


def change(made: Sample, **fields: object) -> Sample:
    """The sample with other fields of its framework; scores are found anew."""
    known = {
        name: getattr(made.edition.framework, name) for name in made.edition.framework.__dataclass_fields__
    }
    definition = Framework(**{**known, **fields})
    edition = replace(made.edition, definition=replace(made.edition.definition, framework=definition))
    return Sample(edition, score(definition, edition.panel))


def screened(made: Sample, code: str) -> Sample:
    """The sample with one unit screened out: its rows stay, its scores are blank, an issue says why."""
    place = made.edition.units.positions[code]
    values = made.scores.values.copy()
    values[:, place] = np.nan
    tiers = made.edition.framework.tiers
    scores = replace(
        made.scores,
        values=values,
        ranks=ranks(values, made.scores.sample),
        status=np.where(np.isnan(values), np.int8(0), made.scores.status),
        estimated_share=np.where(np.isnan(values), np.nan, 0.0),
        tiers=tier_table(values[..., 0], tiers.bands) if tiers else None,
        issues=(
            Issue(
                "screened",
                Severity.WARNING,
                unit=code,
                period=made.scores.periods[-1],
                remedy=Text("有数据的指标不足五成。", "Fewer than half of its indicators have data."),
            ),
        ),
    )
    return Sample(made.edition, scores)


def hostile(made: Sample) -> Sample:
    """The sample with hostile names of units, groups, tiers, sources and the edition itself."""
    items = tuple(
        replace(unit, name=Text(name, name), groups={"province": name}, pinyin=name)
        for unit, name in zip(made.edition.units.items, HOSTILE * len(made.edition.units.items), strict=False)
    )
    words = Text("".join(HOSTILE), "".join(HOSTILE))
    definition = replace(made.edition.framework, title=words, notice=words, description=words)
    use = replace(USE, title=words, publisher=words, licence=HOSTILE[0], address="javascript:window.broken=1")
    edition = replace(
        made.edition,
        definition=Definition(definition, sources=(use,)),
        units=Units(items),
        issues=(Issue("odd", Severity.WARNING, unit="S-001", value=HOSTILE[1], found=words),),
    )
    tiers = made.scores.tiers
    named = replace(tiers, names=tuple(Text(name, name) for name in HOSTILE)) if tiers else None
    return Sample(edition, replace(made.scores, tiers=named))


class Factory:
    """The makers of samples, handed to tests as a fixture, since test modules do not import each other."""

    sample = staticmethod(sample)
    change = staticmethod(change)
    screened = staticmethod(screened)
    hostile = staticmethod(hostile)
    hostile_words = HOSTILE


@pytest.fixture(scope="session")
def factory() -> type[Factory]:
    return Factory
