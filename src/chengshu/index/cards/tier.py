"""Cards of the tiers."""

from chengshu.model import MethodCard, Text

CARDS = (
    MethodCard(
        verb="tier",
        name="thresholds",
        title=Text("阈值分档", "Thresholds"),
        summary=Text(
            "按声明的分数线分档，above 不含、from 含界；各期相同。",
            (
                "Bands by declared scores, `above` excluding and `from` including its bound, the "
                "same in all periods."
            ),
        ),
        formula="band_i = 1 + #{b : y_i does not reach b}",
        caution=Text(
            "分数线附近的对象稍有变动就会换档，应同时公布不确定性。",
            "A small change moves a unit that stands close to a bound: publish how sure the band is.",
        ),
        reference="Declared by the edition; equality is judged to 1e-11",
        example="y = 90, 85, 65, 12; above 85, from 65 → 1, 2, 2, 3",
    ),
    MethodCard(
        verb="tier",
        name="quantile",
        title=Text("等分分档", "Quantiles"),
        summary=Text(
            "各档对象数相等（最多差一）；同分者不拆开，归入较好的一档。",
            "Bands equal in number, but for one; equal scores stay together, in the better band.",
        ),
        formula="band_i = 1 + floor((r_i - 1) k / n), r with ties at the best place",
        caution=Text(
            "差距很小的对象也会被分开，名次变了档才变：不能据此说水平升降。",
            (
                "Parts units that hardly differ, and moves with the others' scores: no sign that a "
                "level rose or fell."
            ),
        ),
        reference="Slocum et al. (2009), Thematic Cartography and Geovisualization, data classification",
        example="y = 9, 8, 7, 6, 5, 4; k = 3 → 1, 1, 2, 2, 3, 3",
    ),
    MethodCard(
        verb="tier",
        name="jenks",
        title=Text("自然断点分档", "Natural breaks"),
        summary=Text(
            "使档内离差平方和最小的分档，用动态规划求精确最优解；各期分别求。",
            (
                "Bands with the least sum of squared deviations within them, found exactly by "
                "dynamic programming, in each period for itself."
            ),
        ),
        formula="min sum_b sum_{i in b} (y_i - mean_b)^2",
        caution=Text(
            "断点随样本变化，跨期不可比；数据没有自然间隔时断点是任意的。",
            (
                "Breaks move with the sample and do not compare across periods; where there are no "
                "gaps they are arbitrary."
            ),
        ),
        reference=(
            "Fisher (1958), JASA 53, 789-798; Jenks (1967), International Yearbook of Cartography 7, "
            "186-190; Wang and Song (2011), The R Journal 3(2), 29-33"
        ),
        example="y = 90, 88, 60, 58, 20; k = 3 → 1, 1, 2, 2, 3",
    ),
)
