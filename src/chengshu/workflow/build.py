"""`build` and `publish`: an edition in, a complete run out."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from chengshu.index import build_scores, denominate_context
from chengshu.model import Edition, Issue, Language, Panel, PublicationSummary, Scores, Text
from chengshu.publish import summary, write_data, write_site
from chengshu.workflow.cache import Cache, open_cache
from chengshu.workflow.folders import edition_hash, find_edition
from chengshu.workflow.load import load_edition
from chengshu.workflow.provenance import provenance
from chengshu.workflow.runs import RunIdentity, RunResult, write_run

Tell = Callable[[Text], None]

_BUILT = ("data", "provenance.json")
_RUN_LENGTH = 16


@dataclass(frozen=True)
class Order:
    """What a command asks for: an edition, where it goes, in which languages pages are made (none: no pages)."""

    edition: str
    out: Path
    languages: tuple[Language, ...] = ()
    store: bool = True


@dataclass(frozen=True)
class Built:
    """An edition as it is shown (context divided by its denominators), its scores and those of its scenarios."""

    edition: Edition
    scores: Scores | None
    scenarios: tuple[tuple[Edition, Scores | None], ...] = ()
    companions: tuple["Built", ...] = ()


@dataclass(frozen=True)
class Outcome:
    """What a command did: what was built, the run, and which steps came out of the store."""

    built: Built
    run: RunResult
    hits: tuple[str, ...]
    issues: tuple[Issue, ...]

    def summary(self, language: Language) -> PublicationSummary:
        """What a command prints: leading units, groups, records that could not be placed."""
        return summary(self.built.edition, self.built.scores, language)


def make_run(order: Order, tell: Tell) -> Outcome:
    """Data, and pages where languages are asked for, as a complete run under ``order.out``.

    Without languages only ``data`` and ``provenance.json`` are made; pages of the same edition that are there
    already stay. Nothing is written before everything could be computed.
    """
    with open_cache(enabled=order.store) as cache:
        built = _with_companions(_built(order.edition, cache, tell), cache, tell)
        identity = _identity(built, cache, order)
        tell(Text("正在写入结果……", "Writing the results …"))
        run = write_run(
            order.out,
            identity,
            lambda folder: _write(
                folder, built, order, provenance(built.edition, identity.run_id, cache.fingerprint)
            ),
            None if order.languages else _built_parts(built),
        )
        issues = (
            *cache.issues,
            *built.edition.issues,
            *(built.scores.issues if built.scores else ()),
            *run.issues,
        )
        return Outcome(built, run, tuple(cache.hits), issues)


def _built(name: str, cache: Cache, tell: Tell) -> Built:
    tell(Text(f"正在读取“{name}”……", f"Reading {name} …"))
    edition = load_edition(find_edition(name), cache)
    tell(Text("正在计算得分……", "Computing the scores …"))
    return Built(
        _shown(edition),
        _scores(edition, edition.panel, "scores", cache),
        tuple(
            (_shown(replace(edition, panel=panel)), _scores(edition, panel, f"scenario {scenario}", cache))
            for scenario, panel in edition.scenarios.items()
        ),
    )


def _with_companions(built: Built, cache: Cache, tell: Tell) -> Built:
    """The edition with its companions, whose own companions are not followed: they may name it in return."""
    names = built.edition.framework.companions
    return replace(built, companions=tuple(_built(name, cache, tell) for name in names))


def _scores(edition: Edition, panel: Panel, step: str, cache: Cache) -> Scores | None:
    if edition.framework.index is None:
        return None
    return cache.scores(edition.hash, step, lambda: build_scores(edition.framework, edition.units, panel))


def _shown(edition: Edition) -> Edition:
    return replace(edition, panel=denominate_context(edition.framework, edition.panel))


def _identity(built: Built, cache: Cache, order: Order) -> RunIdentity:
    """The edition and its companions make up the content; program and languages decide whether a run fits."""
    hashes = {each.edition.framework.id: each.edition.hash for each in (built, *built.companions)}
    content = edition_hash(hashes)
    asked = {"content": content, "languages": ",".join(order.languages), **cache.fingerprint}
    return RunIdentity(content, edition_hash(asked)[:_RUN_LENGTH])


def _built_parts(built: Built) -> tuple[str, ...]:
    """What `build` makes of a run: the rest, pages above all, stays as it is."""
    below = (
        f"companions/{companion.edition.framework.id}/{part}"
        for companion in built.companions
        for part in _BUILT
    )
    return (*_BUILT, *below)


def _write(folder: Path, built: Built, order: Order, origin: Mapping[str, object]) -> None:
    _write_data(folder / "data", built)
    text = json.dumps(origin, ensure_ascii=False, indent=2) + "\n"
    (folder / "provenance.json").write_text(text, encoding="utf-8")
    if order.languages:
        write_site(built.edition, built.scores, origin, folder, order.languages)
    for companion in built.companions:
        below = folder / "companions" / companion.edition.framework.id
        _write(below, companion, order, origin)


def _write_data(folder: Path, built: Built) -> None:
    write_data(built.edition, built.scores, folder)
    for scenario, (edition, scores) in zip(built.edition.framework.scenarios, built.scenarios, strict=True):
        write_data(edition, scores, folder / "scenarios" / scenario.id)
