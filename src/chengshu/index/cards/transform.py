"""Cards of `transform`."""

from chengshu.model import MethodCard, Text

CARDS = (
    MethodCard(
        verb="transform",
        name="log",
        title=Text("自然对数", "Logarithm"),
        summary=Text(
            "对指标取自然对数，可先加平移量；倍数差距变为等距。",
            (
                "Takes natural logarithms, after a shift if one is declared: equal ratios become "
                "equal distances."
            ),
        ),
        formula="y = ln(x + shift)",
        caution=Text(
            "加平移量后仍小于或等于零的数会报错；差额（而非倍数）有意义的指标不要用。",
            (
                "Where differences, rather than ratios, have a meaning. A value that is zero or less "
                "after the shift is an error."
            ),
        ),
        reference=(
            "OECD and JRC (2008), Handbook on Constructing Composite Indicators: Methodology and "
            "User Guide, step 5"
        ),
        example="x = 1, 10, 100 → 0, 2.303, 4.605",
    ),
    MethodCard(
        verb="transform",
        name="log1p",
        title=Text("加一取对数", "Logarithm of one plus x"),
        summary=Text(
            "先加一再取自然对数，零仍为零；适合含零的计数。",
            (
                "Takes natural logarithms of one plus the value, so that zero stays zero: for counts "
                "with zeros."
            ),
        ),
        formula="y = ln(1 + x + shift)",
        caution=Text(
            "取值远小于一的比率几乎不变，且结果取决于计量单位。",
            "Hardly changes ratios far below one, and depends on the unit of measurement.",
        ),
        reference=(
            "OECD and JRC (2008), Handbook on Constructing Composite Indicators: Methodology and "
            "User Guide, step 5"
        ),
        example="x = 0, 9, 99 → 0, 2.303, 4.605",
    ),
    MethodCard(
        verb="transform",
        name="sqrt",
        title=Text("平方根", "Square root"),
        summary=Text(
            "取平方根，压缩程度小于对数，允许为零。",
            "Takes square roots: milder than a logarithm, and zero is allowed.",
        ),
        formula="y = sqrt(x + shift)",
        caution=Text(
            "加平移量后为负的数会报错；强右偏的指标压缩不够。",
            "A value that is negative after the shift is an error. Too mild for a strong skew.",
        ),
        reference="Tukey (1977), Exploratory Data Analysis, chapter 3",
        example="x = 0, 4, 100 → 0, 2, 10",
    ),
)
