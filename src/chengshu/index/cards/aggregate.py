"""Cards of `aggregate`."""

from chengshu.model import MethodCard, Text

CARDS = (
    MethodCard(
        verb="aggregate",
        name="arithmetic",
        title=Text("算术平均", "Arithmetic mean"),
        summary=Text(
            "加权算术平均；缺失项的权重由其余各项按比例分担。",
            ("The weighted arithmetic mean; a missing child gives its weight to the others in proportion."),
        ),
        formula="y = sum_j w_j x_j / sum_j w_j over the children present",
        caution=Text(
            "短板可由长板完全补偿；不应相互替代的维度请用几何平均。",
            (
                "A weakness is made up for in full by a strength. Where that should not be, use the "
                "geometric mean."
            ),
        ),
        reference=(
            "OECD and JRC (2008), Handbook on Constructing Composite Indicators: Methodology and "
            "User Guide, step 6; COINr documentation, a_amean"
        ),
        example="x = 40, 90; w = 0.6, 0.4 → 60",
    ),
    MethodCard(
        verb="aggregate",
        name="geometric",
        title=Text("几何平均", "Geometric mean"),
        summary=Text(
            "加权几何平均；越不均衡得分越低，只能部分补偿。",
            (
                "The weighted geometric mean: the less balanced the children, the lower the score, "
                "so that strengths make up in part only."
            ),
        ),
        formula="y = exp(sum_j w_j ln x_j / sum_j w_j) over the children present",
        caution=Text(
            "有负值不能用；有零则结果为零，请标准化到 1 至 100，或声明 zero: allow。",
            (
                "Impossible over negative values; a zero makes all zero, so normalise to 1-100 or "
                "declare zero: allow."
            ),
        ),
        reference=(
            "OECD and JRC (2008), Handbook on Constructing Composite Indicators: Methodology and "
            "User Guide, step 6; COINr documentation, a_gmean"
        ),
        example="x = 40, 90; w = 0.5, 0.5 → 60",
    ),
)
