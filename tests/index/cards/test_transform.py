import pytest

from chengshu.kernels import log, log1p, sqrt

CURVES = {"log": log, "log1p": log1p, "sqrt": sqrt}


@pytest.mark.parametrize("name", CURVES)
def test_example(worked, name: str) -> None:
    example = worked("transform", name)
    assert example.is_what_comes_out_of(CURVES[name](example.column()))
