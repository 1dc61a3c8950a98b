"""Cards of `treat`."""

from chengshu.model import MethodCard, Text

CARDS = (
    MethodCard(
        verb="treat",
        name="winsorise",
        title=Text("缩尾", "Winsorise"),
        summary=Text(
            "偏度绝对值和峰度同时超限时，把最极端的取值逐个收到次极端值，直到不再超限或达到点数上限。",
            (
                "While |skewness| and kurtosis both pass their bounds, draws the most extreme values "
                "in to the next one, up to a number of points."
            ),
        ),
        formula="y = min(max(x, lower), upper); outlying if |G1| > skew and G2 > kurtosis",
        caution=Text(
            "极端值反映真实差距、理应体现时不要用。并列的极端值作为一组：整组会超过点数上限时不再收缩（COINr 会超过）。",
            (
                "Where the extreme is real and ought to show. Tied extremes are one group: if it "
                "would pass the limit of points it is left, where COINr passes its own limit."
            ),
        ),
        reference=(
            "COINr documentation, winsorise and check_SkewKurt; OECD and JRC (2008), Handbook on "
            "Constructing Composite Indicators: Methodology and User Guide, step 5"
        ),
        example="x = 1, 2, 3, 4, 5, 90 → 1, 2, 3, 4, 5, 5",
    ),
    MethodCard(
        verb="treat",
        name="log_ct",
        title=Text("COIN Tool 对数", "COIN Tool logarithm"),
        summary=Text(
            "超限的指标整列取对数，先移到最小值之上百分之一极差处，因此可有零和负值。",
            (
                "Takes logarithms of an outlying indicator after moving it to a hundredth of its "
                "range above its minimum, so that zeros and negative values may occur."
            ),
        ),
        formula="y = ln(x - min + 0.01 (max - min))",
        caution=Text(
            "左偏（偏度为负）的指标会更偏；在基期口径下远低于基期最小值的数没有结果，会报错。",
            (
                "Bends a left-skewed indicator further. With a base period, a value far below its "
                "minimum has no result and is an error."
            ),
        ),
        reference="COINr documentation, log_CT (the JRC's COIN Tool)",
        example="x = 0, 9, 100 → 0, 2.303, 4.615",
    ),
    MethodCard(
        verb="treat",
        name="log_ct_orig",
        title=Text("平移对数", "Shifted logarithm"),
        summary=Text(
            "超限的指标减去最小值再加一后取对数。",
            "Takes logarithms of an outlying indicator less its minimum plus one.",
        ),
        formula="y = ln(x - min + 1)",
        caution=Text(
            "结果取决于计量单位：取值远小于一时几乎不起作用。",
            "Depends on the unit of measurement: for values far below one it does next to nothing.",
        ),
        reference="COINr documentation, log_CT_orig",
        example="x = 3, 12 → 0, 2.303",
    ),
)
