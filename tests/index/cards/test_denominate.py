from chengshu.kernels import denominate


def test_denominator(worked) -> None:
    example = worked("denominate", "denominator")
    value, divisor, per = example.given
    assert example.is_what_comes_out_of(denominate(example.column(0, 1), example.column(1, 2), per))
    assert (value, divisor) == (50.0, 20000.0)
