"""The weights that are shipped are those that the fit gives, and the fit gives the same each time."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from crosscheck.align import model
from crosscheck.align.features import NAMES, OF_PAIRS
from crosscheck.align.model import QUESTIONS
from training import fit
from training.examples import read
from training.gold import fingerprint, locate, named, overlap

OWN = Path(__file__).parents[1] / "quality" / "pairs"


def test_the_weights_are_what_the_fit_gives() -> None:
    """Every weight to 1e-6, where the pairs that they were fitted on are all here: ``python -m training.fit --write``."""
    fitted = model.stored("support")["fitted"]
    if not fitted["pairs"]:
        pytest.skip("the weights were fitted before it was written down on what")
    here = named()
    missing = sorted(set(fitted["pairs"]) - set(here))
    if missing:
        pytest.skip(f"not all pairs of the fit are here: {', '.join(missing)}")
    pairs = {name: here[name] for name in fitted["pairs"]}
    assert {name: fingerprint(path) for name, path in pairs.items()} == fitted["pairs"], "pairs have changed"
    for question, made in fit.documents(pairs, fitted["prior"]).items():
        shipped = model.stored(question)
        assert set(made["groups"]) == set(shipped["groups"])
        for group, found in made["groups"].items():
            known = shipped["groups"][group]
            for part in ("weights", "alone") if question == "support" else ("weights",):
                assert found[part] == pytest.approx(known[part], abs=1e-6), (question, group, part)


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_weights_are_for_the_features_that_there_are(question: model.Question) -> None:
    data = model.stored(question)
    assert data["question"] == question
    assert data["fitted"]["features"] == model.fingerprint()
    for group in data["groups"].values():
        assert set(group["weights"]) == set(NAMES)


def test_a_fit_begins_anew_each_time() -> None:
    pair = read("own/film", OWN / "film")
    first, second = fit.refit([pair]), fit.refit([pair])
    assert first == second
    assert first[2], "no examples"


def test_what_scores_a_claim_alone_knows_nothing_of_the_others() -> None:
    alone = fit.fit_alone([])
    assert all(set(weights) <= {feature.name for feature in OF_PAIRS} for weights in alone.values())


def test_few_examples_leave_the_weights_where_a_person_set_them() -> None:
    for question, groups in fit.fit_all([]).items():
        for group, weights in groups.items():
            start = fit.hand_set()[question][group]
            assert {name: value for name, value in weights.items() if value} == {
                k: v for k, v in start.items() if v
            }


def test_examples_pull_a_weight_away_from_its_beginning_and_the_prior_holds_it() -> None:
    x = np.array([[1.0, 1.0]] * 20 + [[1.0, 0.0]] * 20)
    y, w = np.array([1.0] * 20 + [0.0] * 20), np.ones(40)
    loose, firm = (fit.newton(x, y, w, np.zeros(2), prior) for prior in (0.1, 10.0))
    assert loose[1] > firm[1] > 0


def test_a_quotation_is_found_or_that_is_said() -> None:
    text = "甲县1912年建校。乙县1912年建校。"
    assert locate(text, "1912年", None) == (2, 7)
    assert locate(text, "1912年", "乙县1912年") == (12, 17)
    with pytest.raises(ValueError, match="substring"):
        locate(text, "1913年", None)
    assert overlap((0, 10), (5, 10)) == 0.5
    assert overlap((0, 3), (5, 10)) == 0
