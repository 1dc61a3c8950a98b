"""Cards of `normalise`."""

from chengshu.model import MethodCard, Text

CARDS = (
    MethodCard(
        verb="normalise",
        name="minmax",
        title=Text("最小—最大标准化", "Min-max"),
        summary=Text(
            "按取值在最小值与最大值之间的位置换算到目标区间。",
            "Puts a value on the target range by where it stands between the minimum and the maximum.",
        ),
        formula="y = a + (b - a) (x - min) / (max - min)",
        caution=Text(
            "两端由样本决定：有异常值时其余对象挤在一端，增减对象会改变全部得分；多期比较须用合并或基期口径。",
            (
                "Both ends depend on the sample: an outlier presses all others together, and a unit "
                "more may change every score. To compare periods use scope pooled or base."
            ),
        ),
        reference=(
            "OECD and JRC (2008), Handbook on Constructing Composite Indicators: Methodology and "
            "User Guide, step 5; COINr documentation, n_minmax"
        ),
        example="x = 2, 4, 10 → 0, 25, 100",
    ),
    MethodCard(
        verb="normalise",
        name="goalposts",
        title=Text("目标值标准化", "Goalposts"),
        summary=Text(
            "按取值在两个给定端点之间的位置换算到目标区间；端点用原始单位，不随样本变化。",
            (
                "Puts a value on the target range by where it stands between two declared posts, in "
                "the indicator's own unit, which no sample can move."
            ),
        ),
        formula="y = a + (b - a) (x - low) / (high - low); negative: y = a + (b - a) (high - x) / (high - low)",
        caution=Text(
            "端点没有依据时不要用；超出端点的数会超出区间，除非声明 clip: true。",
            (
                "Where there is no reason for the posts. What lies outside them leaves the range unless "
                "clip: true is declared."
            ),
        ),
        reference="UNDP, Human Development Report, technical notes; COINr documentation, n_goalposts",
        example="x = 20, 50, 90; low = 0, high = 80 → 25, 62.5, 112.5",
    ),
    MethodCard(
        verb="normalise",
        name="zscore",
        title=Text("标准分", "Z-score"),
        summary=Text(
            "以样本标准差为单位的离均值距离，可换算到给定的均值和标准差。",
            (
                "The distance from the mean in sample standard deviations, moved to a mean and a "
                "deviation of choice."
            ),
        ),
        formula="y = m + s (x - mean) / sd, sd with divisor n - 1",
        caution=Text(
            "得分有负值，不能直接用几何平均；极端值的影响大于最小—最大标准化。",
            (
                "Scores may be negative, which a geometric mean cannot take; and an extreme counts "
                "for more than under min-max."
            ),
        ),
        reference=(
            "OECD and JRC (2008), Handbook on Constructing Composite Indicators: Methodology and "
            "User Guide, step 5; COINr documentation, n_zscore"
        ),
        example="x = 1, 2, 3 → -1, 0, 1",
    ),
    MethodCard(
        verb="normalise",
        name="rank",
        title=Text("位次标准化", "Rank"),
        summary=Text(
            "以比它小的取值个数加一为分，最大者得分最高，并列者取最小位次。",
            (
                "One plus the number of smaller values: the greatest gets the most, equal ones the "
                "least of their places."
            ),
        ),
        formula="y_i = 1 + #{k : x_k < x_i}",
        caution=Text(
            "丢掉差距的大小；得分随样本量变化，可能超出声明的区间。",
            ("Throws the size of gaps away; scores grow with the sample and may leave the declared scale."),
        ),
        reference=(
            "OECD and JRC (2008), Handbook on Constructing Composite Indicators: Methodology and "
            "User Guide, step 5; COINr documentation, n_rank"
        ),
        example="x = 3, 7, 7, 9 → 1, 2, 2, 4",
    ),
)
