"""What can be wrong with values, said in both languages."""

from collections.abc import Sequence

from chengshu.model import Bools, Indicator, Issue, Severity, Text, Where

_SHOWN = 10


def named(codes: Sequence[str]) -> Text:
    """Codes in a row; of many the first ten and how many there are.

    Examples
    --------
    >>> named(["310000", "440300"]).zh
    '310000、440300'
    >>> named([str(code) for code in range(12)]).en
    '0, 1, 2, 3, 4, 5, 6, 7, 8, 9 and 2 more'
    """
    shown, more = codes[:_SHOWN], len(codes) - _SHOWN
    if more <= 0:
        return Text("、".join(shown), ", ".join(shown))
    return Text(f"{'、'.join(shown)}等{len(codes)}个", f"{', '.join(shown)} and {more} more")


def marked(codes: Sequence[str], mask: Bools) -> list[str]:
    """The codes that a mask picks."""
    return [code for code, hit in zip(codes, mask.tolist(), strict=True) if hit]


def definition_of(indicator: str, key: str) -> Where:
    """Where a definition is to be changed."""
    return Where("edition.yaml", None, f"indicators.{indicator}.{key}")


def unknown_base(base: str, periods: Sequence[str]) -> Issue:
    """A base period that the panel does not have."""
    listed = named(list(periods))
    return Issue(
        "unknown_base",
        Severity.ERROR,
        Where("edition.yaml", None, "pipeline.scope.base"),
        value=base,
        expected=Text(f"数据中已有的时期（{listed.zh}）", f"a period of the data ({listed.en})"),
        found=Text(base, base),
        remedy=Text(
            "请改用数据中已有的基期，或补充该期数据。", "Name a period that the data has, or add its data."
        ),
    )


def empty_sample() -> Issue:
    """No unit in any period."""
    return Issue(
        "empty_sample",
        Severity.ERROR,
        expected=Text("至少一个评价对象", "at least one unit in the sample"),
        found=Text("没有", "none"),
        remedy=Text("请检查 samples.csv 与观测数据。", "Check samples.csv and the observations."),
    )


def infinite(indicator: str, period: str, units: Sequence[str]) -> Issue:
    """Values that are infinite."""
    listed = named(units)
    return Issue(
        "infinite",
        Severity.ERROR,
        indicator=indicator,
        period=period,
        expected=Text("有限的数值", "finite numbers"),
        found=Text(f"无穷大：{listed.zh}", f"infinite values for {listed.en}"),
        remedy=Text("请更正该数值，或留空表示缺失。", "Correct the values, or leave them blank as missing."),
    )


def missing_everywhere(indicator: str, period: str) -> Issue:
    """An indicator without any value: in all periods, or (a note) in one."""
    return Issue(
        "missing_everywhere",
        Severity.NOTE if period else Severity.WARNING,
        indicator=indicator,
        period=period,
        expected=Text("至少一个数值", "at least one value"),
        found=Text("全部缺失", "none at all"),
        remedy=Text(
            "该指标不得分；如允许缺失，其权重由同级指标分担。",
            "It has no score; where missing values are allowed its weight goes to its siblings.",
        ),
    )


def bad_denominator(cell: tuple[str, str, str], by: str, *, zero: bool) -> Issue:
    """A value whose denominator is zero or missing; `cell` is unit, indicator and period."""
    unit, indicator, period = cell
    return Issue(
        "denominator_zero" if zero else "denominator_missing",
        Severity.WARNING,
        unit=unit,
        indicator=indicator,
        period=period,
        expected=Text(f"{by}不为零且不缺失", f"{by} to be there and not zero"),
        found=Text("零", "zero") if zero else Text("缺失", "nothing"),
        remedy=Text("该单元按缺失处理；请补充分母。", "The cell counts as missing; supply the denominator."),
    )


def screened_out(unit: str, period: str, share: float, require: float) -> Issue:
    """A unit with too little data."""
    return Issue(
        "screened_out",
        Severity.WARNING,
        unit=unit,
        period=period,
        value=f"{share:.6g}",
        expected=Text(
            f"至少{require:.6g}的指标有数据", f"data for a share of at least {require:.6g} of indicators"
        ),
        found=Text(f"{share:.6g}", f"{share:.6g}"),
        remedy=Text(
            "该对象保留行，得分留空，不参与此后的统计。",
            "It keeps its rows with blank scores and takes no further part.",
        ),
    )


def all_screened_out(require: float) -> Issue:
    """No unit passes the screen."""
    return Issue(
        "all_screened_out",
        Severity.ERROR,
        Where("edition.yaml", None, "pipeline.screen.require"),
        expected=Text(
            f"至少一个对象的数据达到{require:.6g}", f"a unit with data for a share of {require:.6g}"
        ),
        found=Text("没有", "none"),
        remedy=Text("请降低要求，或补充数据。", "Require less, or add data."),
    )


def not_imputed(indicator: str, period: str, units: Sequence[str]) -> Issue:
    """Cells that stay blank because there is nothing to fill them from."""
    listed = named(units)
    return Issue(
        "not_imputed",
        Severity.WARNING,
        indicator=indicator,
        period=period,
        expected=Text("可供插补的数值", "values to fill from"),
        found=Text(f"没有，仍为缺失：{listed.zh}", f"none; still missing for {listed.en}"),
        remedy=Text(
            "请检查分组列，或换用不分组的插补方法。",
            "Check the grouping column, or use a method without groups.",
        ),
    )


def log_domain(indicator: str, period: str, units: Sequence[str], wanted: Text) -> Issue:
    """Values for which a transform has no result."""
    listed = named(units)
    return Issue(
        "transform_domain",
        Severity.ERROR,
        definition_of(indicator, "transform"),
        indicator=indicator,
        period=period,
        expected=wanted,
        found=Text(f"不满足：{listed.zh}", f"others for {listed.en}"),
        remedy=Text(
            "请声明平移量，如 transform: {log: {shift: 1}}，或改用 log1p、sqrt。",
            "Declare a shift, such as transform: {log: {shift: 1}}, or use log1p or sqrt.",
        ),
    )


def treat_domain(indicator: str, period: str, units: Sequence[str]) -> Issue:
    """Values so far below the minimum of the base that the treating logarithm has no result."""
    listed = named(units)
    return Issue(
        "treat_domain",
        Severity.ERROR,
        definition_of(indicator, "treat"),
        indicator=indicator,
        period=period,
        expected=Text("数值不远低于基期最小值", "values not far below the minimum of the base period"),
        found=Text(f"过低：{listed.zh}", f"lower ones for {listed.en}"),
        remedy=Text(
            "请改用 pooled 或 period 口径，或不取对数。", "Use scope pooled or period, or no logarithm."
        ),
    )


def bad_goalposts(indicator: Indicator) -> Issue:
    """Goalposts that are not there or not in order."""
    option = indicator.normalise
    found = "" if option is None else f"low: {option.low}, high: {option.high}"
    return Issue(
        "goalposts",
        Severity.ERROR,
        definition_of(indicator.id, "normalise"),
        indicator=indicator.id,
        expected=Text(
            "low 小于 high，且变换后仍有意义", "low below high, both with a meaning once transformed"
        ),
        found=Text(found, found),
        remedy=Text("请给出原始单位的两个端点。", "Give both posts in the indicator's own unit."),
    )


def lost_goalposts(indicators: Sequence[Indicator], lost: Bools) -> list[Issue]:
    """One Issue for each indicator with a goalpost, ``(period, 2, indicator)``, that has no meaning."""
    return [
        bad_goalposts(indicator) for column, indicator in enumerate(indicators) if lost[..., column].any()
    ]


def constant(indicator: str, period: str) -> Issue:
    """An indicator that does not tell units apart."""
    return Issue(
        "constant",
        Severity.WARNING,
        indicator=indicator,
        period=period,
        expected=Text("有差异的数值", "values that differ"),
        found=Text("全部相同", "all the same"),
        remedy=Text(
            "该指标不得分，其权重由同级指标分担。",
            "It has no score and its weight goes to its siblings.",
        ),
    )


def zero_weights(node: str, period: str) -> Issue:
    """Children whose weights sum to zero."""
    return Issue(
        "zero_weights",
        Severity.ERROR,
        Where("edition.yaml", None, f"index.{node}"),
        indicator=node,
        period=period,
        expected=Text("下级权重之和大于零", "weights below it with a sum above zero"),
        found=Text("0", "0"),
        remedy=Text("请至少给一个下级正的权重。", "Give at least one of them a positive weight."),
    )


def empty_node(node: str, period: str, why: Text) -> Issue:
    """A node that is left with nothing to score."""
    return Issue(
        "empty_node",
        Severity.ERROR,
        Where("edition.yaml", None, f"index.{node}"),
        indicator=node,
        period=period,
        expected=Text("至少一个对象得分", "a score for at least one unit"),
        found=why,
        remedy=Text(
            "请补充数据，或调整该节点的指标或缺失规则。",
            "Add data, or change the node's indicators or its rule for missing ones.",
        ),
    )


def geometric_domain(node: str, child: str, period: str, units: Sequence[str], *, zero: bool) -> Issue:
    """A geometric mean over values that it cannot take."""
    listed = named(units)
    return Issue(
        "geometric_zero" if zero else "geometric_negative",
        Severity.ERROR,
        Where("edition.yaml", None, f"index.{node}.aggregate"),
        indicator=child,
        period=period,
        expected=Text("几何平均要求各项为正", "values above zero for a geometric mean"),
        found=Text(
            f"{'零' if zero else '负值'}：{listed.zh}",
            f"{'zero' if zero else 'negative values'} for {listed.en}",
        ),
        remedy=Text(
            "可将标准化区间设为 to: [1, 100]；若零分应得零，请写 zero: allow。",
            "Normalise with to: [1, 100]; or write zero: allow if a zero should give zero.",
        )
        if zero
        else Text(
            "请改用算术平均，或换用得分不为负的标准化方法。",
            "Use the arithmetic mean, or a normaliser without negative scores.",
        ),
    )


def leaves_scale(item: str, scale: tuple[float, float], found: tuple[float, float]) -> Issue:
    """Scores outside the declared scale."""
    said = f"{found[0]:.6g} … {found[1]:.6g}"
    return Issue(
        "leaves_scale",
        Severity.WARNING,
        indicator=item,
        expected=Text(f"得分在{scale[0]:g}至{scale[1]:g}之间", f"scores from {scale[0]:g} to {scale[1]:g}"),
        found=Text(said, said),
        remedy=Text(
            "如非本意，请检查标准化方法，或为目标值设 clip: true。",
            "If not intended, look at the normaliser, or set clip: true for goalposts.",
        ),
    )


def late_step(step: str) -> Issue:
    """A step on indicators after they have been put together."""
    return Issue(
        "late_step",
        Severity.ERROR,
        Where("edition.yaml", None, f"pipeline.{step}"),
        expected=Text("位于 weigh、aggregate 之前", "a place before weigh and aggregate"),
        found=Text("在其之后", "one after them"),
        remedy=Text("请调整流程的顺序。", "Change the order of the pipeline."),
    )
