"""A source use is for the index unless it says otherwise."""

from chengshu.model import SourceUse


def test_defaults() -> None:
    use = SourceUse("segments", "number_segments")
    assert use.purpose == "index"
    assert not use.units
    assert dict(use.values) == {}
