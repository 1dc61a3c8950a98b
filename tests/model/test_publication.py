from chengshu.model import PublicationSummary


def test_a_summary_without_scores_has_no_leaders() -> None:
    summary = PublicationSummary("样例", "", 3, 0, 1)
    assert (summary.leading, summary.tiers, summary.unplaced, summary.mark) == ((), (), (), "")
