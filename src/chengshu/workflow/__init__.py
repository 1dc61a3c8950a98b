"""In what order? The use cases: check, build, publish, begin an edition."""

from chengshu.definition import edition_schema
from chengshu.index import method_cards
from chengshu.workflow.build import Order, Outcome, make_run
from chengshu.workflow.check import check_edition
from chengshu.workflow.folders import shipped_editions
from chengshu.workflow.initialise import initialise_edition

__all__ = [
    "Order",
    "Outcome",
    "check_edition",
    "edition_schema",
    "initialise_edition",
    "make_run",
    "method_cards",
    "shipped_editions",
]
