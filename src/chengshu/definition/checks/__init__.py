"""What a definition must hold to beyond the shape of its files: each check yields every problem it finds."""

from chengshu.definition.checks.chapters import check_chapters
from chengshu.definition.checks.entries import (
    check_cases,
    check_clusters,
    check_published,
    check_sources,
)
from chengshu.definition.checks.files import check_files
from chengshu.definition.checks.ids import check_ids
from chengshu.definition.checks.languages import check_languages
from chengshu.definition.checks.overrides import check_overrides
from chengshu.definition.checks.pipeline import check_pipeline
from chengshu.definition.checks.tiers import check_tiers
from chengshu.definition.checks.tree import check_tree

__all__ = [
    "check_cases",
    "check_chapters",
    "check_clusters",
    "check_files",
    "check_ids",
    "check_languages",
    "check_overrides",
    "check_pipeline",
    "check_published",
    "check_sources",
    "check_tiers",
    "check_tree",
]
