"""Sentences may state nothing that the build has not computed."""

import pytest

from guide.publishing.pieces.prose import check_prose


def faults(text: str) -> list[str]:
    return [str(fault) for fault in check_prose(text, "learn/a.md")]


@pytest.mark.parametrize(
    "text",
    [
        "Three units and 12 layers, in 1986.",
        'It is *0.25*{ data-number="a.b" } at most, and *1,000*{ data-number="a.c" } seeds agree.',
        "At $z = 0$ and for $\\alpha = 0.01$, with $x > -2.5$.",
        "The symbol $\\sigma(z)$, the row $z_i$, and $w^\\top x + b$.",
        "Version `0.25` of the code.",
        "See [the page](https://example.org/0.25/1234).",
        "See [the state][a].\n\n[a]: playground.md#rate=0.25&stopEpochs=500",
        "## Sources\n\n- Section 4.57, equation 12.3, 1,024 pages.",
        "A price of \\$5 and \\$6.",
    ],
)
def test_honest_prose_passes(text: str) -> None:
    assert faults(text) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("The slope is 0.25 at most.", "'0.25' is stated without proof"),
        ("It solved 72% of them.", "'72%' is stated without proof"),
        ("It solved 72 percent.", "'72 percent' is stated without proof"),
        ("Over 1,000 seeds.", "'1,000' is stated without proof"),
        ("Over 500 seeds.", "'500' is stated without proof"),
        ("The state [a]: rate 0.25.", "'0.25' is stated without proof"),
        ("The formula $a = b + c$ holds.", "states an equation inline"),
        ("Since $\\sigma(-z) = 1 - \\sigma(z)$.", "states an equation inline"),
        ("$$ x $$", "display math is typed into the page"),
        ("## The slope $z$", "a heading holds mathematics"),
        ("```python\nprint(1)\n", "this fence is never closed"),
    ],
)
def test_a_claim_without_proof_is_named(text: str, message: str) -> None:
    found = faults(f"Words.\n\n{text}")
    assert len(found) == 1
    assert found[0].startswith("docs/learn/a.md:3: ")
    assert message in found[0]
