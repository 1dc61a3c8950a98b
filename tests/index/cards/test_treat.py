import pytest

from chengshu.kernels import log_ct, log_ct_orig, winsorise

KERNELS = {"winsorise": winsorise, "log_ct": log_ct, "log_ct_orig": log_ct_orig}


@pytest.mark.parametrize("name", KERNELS)
def test_example(worked, name: str) -> None:
    example = worked("treat", name)
    assert example.is_what_comes_out_of(KERNELS[name](example.column(), example.column()))
