import pytest

from chengshu.kernels import arithmetic, geometric, shares

MEANS = {"arithmetic": arithmetic, "geometric": geometric}


@pytest.mark.parametrize("name", MEANS)
def test_example(worked, name: str) -> None:
    example = worked("aggregate", name)
    children, weights = example.column(0, 2).T, example.column(2).T
    assert example.is_what_comes_out_of(MEANS[name](children, shares(children, weights)))
