"""Cards of `denominate`."""

from chengshu.model import MethodCard, Text

CARDS = (
    MethodCard(
        verb="denominate",
        name="denominator",
        title=Text("除以分母", "Denominator"),
        summary=Text(
            "将指标除以规模变量（如常住人口）并乘以计量单位，使大小不同的城市可比。",
            (
                "Divides an indicator by a measure of size, such as population, and multiplies by "
                "the unit of speech, so that large and small units compare."
            ),
        ),
        formula="y = x / d * per",
        caution=Text(
            "指标本身已是比率、得分或均值时不要再除；分母为零或缺失的单元按缺失处理并列出。",
            (
                "For what is already a ratio, a score or a mean. A cell whose denominator is "
                "zero or missing becomes missing, and is listed."
            ),
        ),
        reference=(
            "OECD and JRC (2008), Handbook on Constructing Composite Indicators: Methodology and "
            "User Guide, step 2; COINr documentation, Denominate"
        ),
        example="x = 50, d = 20000, per = 10000 → 25",
    ),
)
