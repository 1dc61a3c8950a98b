"""Cards count bands from one."""

import pytest

from chengshu.kernels import jenks_bands, quantile_bands, threshold_bands

BANDINGS = {"quantile": quantile_bands, "jenks": jenks_bands}


@pytest.mark.parametrize("name", BANDINGS)
def test_bands_that_are_found(worked, name: str) -> None:
    example = worked("tier", name)
    *scores, bands = example.given
    assert example.is_what_comes_out_of(1 + BANDINGS[name](example.column(0, len(scores))[:, 0], int(bands)))


def test_thresholds(worked) -> None:
    example = worked("tier", "thresholds")
    scores, bounds = example.column(0, 4)[:, 0], example.given[4:]
    assert example.is_what_comes_out_of(1 + threshold_bands(scores, bounds, (False, True)))
