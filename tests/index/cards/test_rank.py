import pytest

from chengshu.kernels import rank_average, rank_dense, rank_max, rank_min

RANKINGS = {"min": rank_min, "max": rank_max, "average": rank_average, "dense": rank_dense}


@pytest.mark.parametrize("name", RANKINGS)
def test_example(worked, name: str) -> None:
    example = worked("rank", name)
    assert example.is_what_comes_out_of(RANKINGS[name](example.column()))
