"""Cards of `rank`."""

from chengshu.model import MethodCard, Text

CARDS = (
    MethodCard(
        verb="rank",
        name="min",
        title=Text("并列取最小名次", "Ties share the best place"),
        summary=Text(
            "同分者并列，取其中最好的名次，其后名次空出。",
            "Equal scores share the best of their places, and the next place is left open.",
        ),
        formula="r_i = 1 + #{k : y_k > y_i}",
        caution=Text(
            "需要名次之和固定时不要用。",
            "Where the ranks must add up to a fixed sum.",
        ),
        reference=(
            "Competition ranking as in R, rank(-x, ties.method); COINr documentation, get_results; "
            "GB/T 8170-2008, 3.2 (rounding)"
        ),
        example="y = 90, 70, 70, 50 → 1, 2, 2, 4",
    ),
    MethodCard(
        verb="rank",
        name="max",
        title=Text("并列取最大名次", "Ties share the worst place"),
        summary=Text(
            "同分者并列，取其中最差的名次。",
            "Equal scores share the worst of their places.",
        ),
        formula="r_i = #{k : y_k >= y_i}",
        caution=Text(
            "并列第一会显示为第二，公众不易理解。",
            "Two who lead together are both shown second, which readers find odd.",
        ),
        reference=(
            "Competition ranking as in R, rank(-x, ties.method); COINr documentation, get_results; "
            "GB/T 8170-2008, 3.2 (rounding)"
        ),
        example="y = 90, 70, 70, 50 → 1, 3, 3, 4",
    ),
    MethodCard(
        verb="rank",
        name="average",
        title=Text("并列取平均名次", "Ties share the mean place"),
        summary=Text(
            "同分者取所占名次的平均数，名次之和不变；适合秩相关计算。",
            (
                "Equal scores share the mean of their places, and ranks keep their sum: right for "
                "rank correlations."
            ),
        ),
        formula="r_i = (1 + #{k : y_k > y_i} + #{k : y_k >= y_i}) / 2",
        caution=Text(
            "会出现 2.5 这样的名次，不宜公布。",
            "Yields places such as 2.5, which are not for publication.",
        ),
        reference=(
            "Competition ranking as in R, rank(-x, ties.method); COINr documentation, get_results; "
            "GB/T 8170-2008, 3.2 (rounding)"
        ),
        example="y = 90, 70, 70, 50 → 1, 2.5, 2.5, 4",
    ),
    MethodCard(
        verb="rank",
        name="dense",
        title=Text("并列不占名次", "Ties leave no gap"),
        summary=Text(
            "同分者并列，其后名次连续。",
            "Equal scores share a place and the next place follows at once.",
        ),
        formula="r_i = 1 + #{distinct y_k > y_i}",
        caution=Text(
            "名次不再等于领先者个数加一，样本大时容易误读。",
            "A place no longer tells how many are ahead.",
        ),
        reference=(
            "Competition ranking as in R, rank(-x, ties.method); COINr documentation, get_results; "
            "GB/T 8170-2008, 3.2 (rounding)"
        ),
        example="y = 90, 70, 70, 50 → 1, 2, 2, 3",
    ),
)
