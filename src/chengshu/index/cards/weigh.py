"""Cards of `weigh`."""

from chengshu.model import MethodCard, Text

CARDS = (
    MethodCard(
        verb="weigh",
        name="declared",
        title=Text("给定权重", "Declared weights"),
        summary=Text(
            "采用定义中写明的权重，在同级之间归一。",
            "Takes the weights of the definition, scaled to sum to one among siblings.",
        ),
        formula="w_j = v_j / sum_k v_k",
        caution=Text(
            "权重是可补偿的替代率而非重要性；没有依据时应公布等权结果作对照。",
            (
                "A weight is a rate at which one thing makes up for another, not importance. Without "
                "reasons for it, publish equal weights beside it."
            ),
        ),
        reference=(
            "OECD and JRC (2008), Handbook on Constructing Composite Indicators: Methodology and "
            "User Guide, step 6"
        ),
        example="v = 2, 1, 1 → 0.5, 0.25, 0.25",
    ),
    MethodCard(
        verb="weigh",
        name="equal",
        title=Text("等权", "Equal weights"),
        summary=Text(
            "同级各项权重相等，不论定义中写了多少。",
            "Gives every sibling the same weight, whatever is declared.",
        ),
        formula="w_j = 1 / m",
        caution=Text(
            "指标相关性高或各维度指标数不等时，等权并不等于中立。",
            "Equal is not neutral where indicators say the same twice, or one dimension has many more of them.",
        ),
        reference=(
            "OECD and JRC (2008), Handbook on Constructing Composite Indicators: Methodology and "
            "User Guide, step 6"
        ),
        example="v = 2, 1, 1, 0 → 0.25, 0.25, 0.25, 0.25",
    ),
)
