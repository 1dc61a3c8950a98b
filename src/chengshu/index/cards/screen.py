"""Cards of `screen`."""

from chengshu.model import MethodCard, Text

CARDS = (
    MethodCard(
        verb="screen",
        name="filled",
        title=Text("按有数据的指标占比筛选", "Share of indicators with data"),
        summary=Text(
            "某对象有数据（含插补）的指标占比低于要求时不予评价：保留行，得分留空。",
            (
                "Leaves out a unit whose share of indicators with data, imputed ones included, is "
                "below what is required; it keeps its rows with blank scores."
            ),
        ),
        formula="a_i = #{j : x_ij present} / m; unit i stays if a_i >= require",
        caution=Text(
            "放在插补之后几乎不再筛出任何对象；要限制插补的比重，请放在插补之前，或用 observed。",
            (
                "After imputation it leaves out next to nothing. To limit what may be filled, put it "
                "before imputation or count observed cells."
            ),
        ),
        reference=(
            "COINr documentation, Screen (byNA); OECD and JRC (2008), Handbook on Constructing "
            "Composite Indicators: Methodology and User Guide, step 3"
        ),
        example="x = 12, 7, 3*, – (* imputed) → 0.75",
    ),
    MethodCard(
        verb="screen",
        name="observed",
        title=Text("按实测指标占比筛选", "Share of observed indicators"),
        summary=Text(
            "只数实测单元：插补的、估计的、示意的都不算。",
            "Counts observed cells only: not those imputed, estimated or illustrative.",
        ),
        formula="a_i = #{j : x_ij observed} / m; unit i stays if a_i >= require",
        caution=Text(
            "整套数据为估计或示意值时会筛出全部对象。",
            "In an edition of estimated or illustrative values it leaves out every unit.",
        ),
        reference=(
            "COINr documentation, Screen (byNA); OECD and JRC (2008), Handbook on Constructing "
            "Composite Indicators: Methodology and User Guide, step 3"
        ),
        example="x = 12, 7, 3*, – (* imputed) → 0.5",
    ),
)
