import pytest
from pydantic import ValidationError

from chengshu.definition.schema import Entry


class Pair(Entry):
    """A pair."""

    left: int = 0


def test_an_unknown_key_is_refused() -> None:
    with pytest.raises(ValidationError) as caught:
        Pair.model_validate({"left": 1, "right": 2})
    assert [detail["type"] for detail in caught.value.errors()] == ["extra_forbidden"]


def test_an_entry_is_frozen() -> None:
    assert Pair.model_config["frozen"]
    assert hash(Pair(left=1)) == hash(Pair(left=1))
