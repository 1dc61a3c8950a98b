"""Every issue speaks both languages and says what to do."""

import inspect

import pytest

from chengshu.index import problems
from chengshu.model import Indicator, Issue, Normalise, Normaliser, Text

GIVEN = {
    "base": "2018",
    "periods": ["2019"],
    "indicator": "ipv4",
    "period": "2019",
    "units": ["u1", "u2"],
    "cell": ("u1", "ipv4", "2019"),
    "by": "population",
    "zero": True,
    "unit": "u1",
    "share": 0.5,
    "require": 0.66,
    "wanted": Text("数值大于0", "values above 0"),
    "node": "total",
    "child": "ipv4",
    "why": Text("没有", "none"),
    "item": "ipv4",
    "scale": (0.0, 100.0),
    "found": (-1.0, 120.0),
    "step": "impute",
}
POSTS = Indicator("ipv4", Text("甲"), normalise=Normalise(Normaliser.GOALPOSTS, low=2.0, high=1.0))


def made() -> list[Issue]:
    makers = [
        function
        for _, function in inspect.getmembers(problems, inspect.isfunction)
        if function.__module__ == problems.__name__ and inspect.signature(function).return_annotation is Issue
    ]
    given = {
        maker: dict(GIVEN, **({"indicator": POSTS} if maker is problems.bad_goalposts else {}))
        for maker in makers
    }
    return [
        maker(**{name: given[maker][name] for name in inspect.signature(maker).parameters})
        for maker in makers
    ]


@pytest.mark.parametrize("issue", made(), ids=lambda issue: issue.code)
def test_every_issue_is_whole_in_both_languages(issue: Issue) -> None:
    for text in (issue.expected, issue.found, issue.remedy):
        assert text.zh
        assert text.en
    assert issue.remedy.zh.endswith("。")
    assert issue.remedy.en.endswith(".")


def test_codes_differ() -> None:
    codes = [issue.code for issue in made()]
    assert len(set(codes)) == len(codes) >= 17


def test_many_codes_are_counted() -> None:
    codes = [f"u{place}" for place in range(12)]
    assert problems.named(codes).zh.endswith("u9等12个")
    assert problems.named(codes).en.endswith("u9 and 2 more")


def test_the_other_side_of_a_zero() -> None:
    assert problems.bad_denominator(GIVEN["cell"], "population", zero=False).code == "denominator_missing"
    assert problems.geometric_domain("total", "ipv4", "2019", ["u1"], zero=False).code == "geometric_negative"
