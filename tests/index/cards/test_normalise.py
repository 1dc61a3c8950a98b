import pytest

from chengshu.kernels import goalposts, minmax, rank_among, zscore

KERNELS = {"minmax": minmax, "zscore": zscore, "rank": rank_among}


@pytest.mark.parametrize("name", KERNELS)
def test_example(worked, name: str) -> None:
    example = worked("normalise", name)
    assert example.is_what_comes_out_of(KERNELS[name](example.column(), example.column()))


def test_goalposts(worked) -> None:
    example = worked("normalise", "goalposts")
    assert example.is_what_comes_out_of(goalposts(example.column(0, -2), example.column(-2), clip=False))
