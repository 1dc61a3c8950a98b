import pytest

from chengshu.kernels import declared, equal

WEIGHERS = {"declared": declared, "equal": equal}


@pytest.mark.parametrize("name", WEIGHERS)
def test_example(worked, name: str) -> None:
    example = worked("weigh", name)
    assert example.is_what_comes_out_of(WEIGHERS[name](example.column()[:, 0]))
