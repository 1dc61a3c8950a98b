"""What the pages and the summary say, read from edition and scores; numbers and names, no sentence."""

from chengshu.publish.content.facts import Facts, Fall, Holding, read_facts
from chengshu.publish.content.files import Offered, read_files
from chengshu.publish.content.groups import Group, PeriodRow, read_groups, read_periods
from chengshu.publish.content.method import Card, Carried, read_cards, read_carried
from chengshu.publish.content.ranking import Ranking, Standing, read_ranking
from chengshu.publish.content.sources import Source, UnplacedMeasure, read_sources

__all__ = [
    "Card",
    "Carried",
    "Facts",
    "Fall",
    "Group",
    "Holding",
    "Offered",
    "PeriodRow",
    "Ranking",
    "Source",
    "Standing",
    "UnplacedMeasure",
    "read_cards",
    "read_carried",
    "read_facts",
    "read_files",
    "read_groups",
    "read_periods",
    "read_ranking",
    "read_sources",
]
