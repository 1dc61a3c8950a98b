from dataclasses import replace
from typing import Any

import numpy as np

from chengshu.model import Status
from chengshu.publish.data.observations import context_table, observation_table


def test_observations_have_the_columns_of_the_edition_s_own_file(factory: Any) -> None:
    made = factory.sample(3)
    table = observation_table(made.edition)
    assert table.columns == ["unit", "indicator", "period", "value", "status", "as_of", "source"]
    assert len(table) == 3 * 4
    number = float(made.edition.panel.values[0, 1, 2])
    assert table.row(4 + 2) == ("S-002", "i2", "2023", str(number), "observed", "2023-12", "register")


def test_graded_values_are_the_ids_of_their_levels(factory: Any) -> None:
    table = observation_table(factory.sample(4).edition)
    assert table["value"].to_list()[3::4] == ["none", "built", "none", "built"]


def test_blank_cells_have_their_row(factory: Any) -> None:
    edition = factory.sample(2).edition
    values, status = edition.panel.values.copy(), edition.panel.status.copy()
    values[0, 0, 1], status[0, 0, 1] = np.nan, Status.MISSING
    origin = np.full_like(edition.panel.origin, -1)
    panel = replace(edition.panel, values=values, status=status, origin=origin)
    assert observation_table(replace(edition, panel=panel)).row(1) == (
        "S-001",
        "i1",
        "2023",
        None,
        "missing",
        "2023-12",
        "",
    )


def test_context_is_long_and_keeps_numbers(factory: Any) -> None:
    made = factory.change(factory.sample(2, ("2019", "2020")), aggregates_only=("2019",))
    table = context_table(made.edition)
    assert table.columns == ["unit", "period", "variable", "value", "status", "origin", "as_of"]
    assert table["period"].to_list() == ["2020", "2020"]
    assert table["value"].to_list() == made.edition.panel.values[1, :, 4].tolist()
    assert set(observation_table(made.edition)["period"]) == {"2020"}
