"""A publication in a few lines."""

from chengshu.model import (
    Edition,
    Language,
    LeadingUnit,
    PublicationSummary,
    Scores,
    TierCount,
    UnplacedShare,
)
from chengshu.publish.content import Group, Ranking, Source, read_groups, read_ranking, read_sources
from chengshu.publish.marks import ILLUSTRATIVE_MARK, measure_name
from chengshu.publish.names import shortened, unit_name
from chengshu.publish.released import illustrative, shown_period


def summary(edition: Edition, scores: Scores | None, language: Language, top: int = 10) -> PublicationSummary:
    """The leading units, the tiers and the records that could not be placed, in one language.

    Of the last period whose units may be shown. Units that share the last rank beyond `top` are not listed, nor
    are measures that lie outside the edition's scope altogether.
    """
    period = shown_period(edition) if scores else ""
    ranking = read_ranking(edition, scores, period) if scores and period else None
    groups = read_groups(edition, scores, period) if scores and period else ()
    framework = edition.framework
    return PublicationSummary(
        title=shortened(framework.title.get(language), 200),
        period=period,
        units=len(ranking.rows) if ranking else len(edition.units),
        scored=len(ranking.scored) if ranking else 0,
        decimals=ranking.decimals if ranking else 1,
        leading=_leading(ranking, groups, language, top) if ranking else (),
        tiers=tuple(TierCount(shortened(each.name.get(language)), each.count, each.share) for each in groups),
        unplaced=tuple(
            share
            for source in read_sources(edition)
            for share in _unplaced(source, language)
            if 0 < share.count < share.total
        ),
        mark=ILLUSTRATIVE_MARK.get(language) if illustrative(edition) else "",
    )


def _leading(
    ranking: Ranking, groups: tuple[Group, ...], language: Language, top: int
) -> tuple[LeadingUnit, ...]:
    return tuple(
        LeadingUnit(
            rank=row.rank,
            tied=row.tied,
            code=row.unit.code,
            name=unit_name(row.unit, language),
            score=row.score,
            tier=shortened(groups[row.band].name.get(language)) if groups and row.band >= 0 else "",
        )
        for row in ranking.leading(top)
    )


def _unplaced(source: Source, language: Language) -> tuple[UnplacedShare, ...]:
    name = shortened(source.name.get(language))
    return tuple(
        UnplacedShare(name, measure_name(each.measure).get(language), each.count, each.total, each.share)
        for each in source.measures
    )
