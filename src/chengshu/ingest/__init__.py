"""What came from outside: CSV and Parquet of an edition, public records, as panel, units and issues."""

from chengshu.ingest.codes import CodeList, city_code_list
from chengshu.ingest.observations import Vocabulary, read_observations
from chengshu.ingest.panel import read_panel, read_scenario
from chengshu.ingest.units import read_units

__all__ = [
    "CodeList",
    "Vocabulary",
    "city_code_list",
    "read_observations",
    "read_panel",
    "read_scenario",
    "read_units",
]
