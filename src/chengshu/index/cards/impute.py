"""Cards of `impute`."""

from chengshu.model import MethodCard, Text

CARDS = (
    MethodCard(
        verb="impute",
        name="mean",
        title=Text("均值插补", "Mean"),
        summary=Text(
            "用同一指标其他对象的算术平均数填补空缺。",
            "Fills a blank with the arithmetic mean of the indicator.",
        ),
        formula="x_ij = mean {x_kj : x_kj present}",
        caution=Text(
            "缺失与取值有关（如落后地区不报数）时会系统性高估；分布偏斜时请用中位数。",
            (
                "Where values are missing for a reason (laggards that do not report) it flatters "
                "them. For skewed values use the median."
            ),
        ),
        reference=(
            "OECD and JRC (2008), Handbook on Constructing Composite Indicators: Methodology and "
            "User Guide, step 3; COINr documentation, i_mean"
        ),
        example="x = 2, 4, –, 9 → 5",
    ),
    MethodCard(
        verb="impute",
        name="median",
        title=Text("中位数插补", "Median"),
        summary=Text(
            "用同一指标其他对象的中位数填补空缺，不受极端值影响。",
            "Fills a blank with the median of the indicator, which outliers do not move.",
        ),
        formula="x_ij = median {x_kj : x_kj present}",
        caution=Text(
            "与均值插补一样，会低估离散程度；空缺多时应先筛选。",
            "Like the mean it understates the spread. With many blanks, screen first.",
        ),
        reference=(
            "OECD and JRC (2008), Handbook on Constructing Composite Indicators: Methodology and "
            "User Guide, step 3; COINr documentation, i_median"
        ),
        example="x = 2, 4, –, 9 → 4",
    ),
    MethodCard(
        verb="impute",
        name="group_mean",
        title=Text("分组均值插补", "Group mean"),
        summary=Text(
            "用同组（如同省）对象的算术平均数填补空缺。",
            "Fills a blank with the mean of the unit's own group, such as its province.",
        ),
        formula="x_ij = mean {x_kj : g_k = g_i, x_kj present}",
        caution=Text(
            "组内只有一两个对象时不稳；没有分组或全组缺失的单元仍为空，并列出。",
            (
                "Shaky where a group has one or two members. A cell without a group, or whose group "
                "is blank, stays blank and is listed."
            ),
        ),
        reference=(
            "OECD and JRC (2008), Handbook on Constructing Composite Indicators: Methodology and "
            "User Guide, step 3; COINr documentation, i_mean_grp"
        ),
        example="A: 2, 4, –; B: 9 → 3",
    ),
    MethodCard(
        verb="impute",
        name="group_median",
        title=Text("分组中位数插补", "Group median"),
        summary=Text(
            "用同组（如同省）对象的中位数填补空缺。",
            "Fills a blank with the median of the unit's own group, such as its province.",
        ),
        formula="x_ij = median {x_kj : g_k = g_i, x_kj present}",
        caution=Text(
            "同分组均值。",
            "As the group mean.",
        ),
        reference=(
            "OECD and JRC (2008), Handbook on Constructing Composite Indicators: Methodology and "
            "User Guide, step 3; COINr documentation, i_median_grp"
        ),
        example="A: 1, 2, 6, –; B: 9 → 2",
    ),
)
