"""Every data file of one edition."""

from pathlib import Path

from chengshu.model import Edition, Scores
from chengshu.publish.data.cells import file_name, write_table
from chengshu.publish.data.observations import context_table, observation_table
from chengshu.publish.data.records import issue_table, unplaced_table
from chengshu.publish.data.scores import write_scores
from chengshu.publish.released import illustrative, released_issues


def write_data(edition: Edition, scores: Scores | None, folder: Path) -> None:
    """Write the data files of an edition into `folder`, which is made if it is not there.

    Always: issues, observations, context and unplaced records as far as the edition has them. With scores:
    scores, weights, tiers with the units in them, and a table for each step. Periods that publish
    aggregates only have no unit's row in any of them. In an edition with illustrative cells every name has
    ``.illustrative`` before its ending.
    """
    marked = illustrative(edition)

    def named(stem: str) -> Path:
        return folder / file_name(stem, "csv", illustrative=marked)

    write_table(issue_table(released_issues(edition, scores)), named("issues"))
    if edition.framework.indicators:
        write_table(observation_table(edition), named("observations"))
    if edition.framework.context:
        write_table(context_table(edition), named("context"))
    if edition.extracts:
        write_table(unplaced_table(edition.extracts), named("unplaced"))
    if scores is not None:
        write_scores(edition, scores, folder, illustrative=marked)
