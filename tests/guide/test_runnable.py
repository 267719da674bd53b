"""Blocks of code say that they can run in the page, where no more than NumPy is needed."""

import html

import pytest

from guide.publishing.python.runnable import Cells, marked, runs_in_page

MARK = '<p class="proof-line"><!--mark {}--></p>'


def block(code: str, told: str = "") -> str:
    spans = html.escape(code).replace("import", '<span class="kn">import</span>')
    return (
        f'<div class="language-python highlight"{told} style="--height:3.10em">'
        f"<pre><span></span><code>{spans}\n</code></pre></div>\n"
    )


@pytest.mark.parametrize(
    "code",
    [
        "print(1)",
        "import numpy as np\nfrom math import exp\n#> 1",
        "import matplotlib.pyplot as plt\nimport nnbyhand as nn",
        'import pickle, tempfile\nprint("import torch")  # import keras',
    ],
)
def test_what_numpy_is_enough_for_runs(code: str) -> None:
    assert runs_in_page(code)


@pytest.mark.parametrize(
    "code",
    [
        "import torch",
        "import numpy as np\nfrom sklearn.neural_network import MLPClassifier",
        "def train():\n    import keras.layers",
        "from concurrent.futures import ProcessPoolExecutor",
        "import joblib",
        "from . import mine",
        "if True print(1)",
    ],
)
def test_what_needs_more_does_not(code: str) -> None:
    assert not runs_in_page(code)


def test_a_block_is_named_by_its_source_and_an_example_by_its_number() -> None:
    page = "".join(
        [
            block("import numpy as np\nprint(1 < 2)"),
            block("import torch") + MARK.format("code-a number-a"),
            block("x = 1") + MARK.format("code-b"),
            block("import keras"),
            block("y = 2"),
            '<div class="highlight source"><pre><code>z = 3</code></pre></div>',
        ]
    )
    told = marked(page, {"code-a": "a.py", "code-b": 'b.py:"part"'}.__getitem__)
    assert told == "".join(
        [
            block("import numpy as np\nprint(1 < 2)", ' data-run="example:1"'),
            block("import torch") + MARK.format("code-a number-a"),
            block("x = 1", ' data-run="b.py:&quot;part&quot;"') + MARK.format("code-b"),
            block("import keras"),
            block("y = 2", ' data-run="example:3"'),
            '<div class="highlight source"><pre><code>z = 3</code></pre></div>',
        ]
    )


def test_a_cell_runs_unless_it_lacks_what_others_cannot_make() -> None:
    cells = Cells()
    lab = (
        "import numpy as np\nx = 1",
        "from sklearn.svm import SVC\ndef theirs(): ...\nclass Theirs: ...\nmodel = SVC()",
        "y = x + np.sum([])",
        "print(model)",
        "theirs()",
        "z = Theirs().y",
        "z",
        "model = 1\nprint(model)",
        "print(model)",
    )
    runs = [bool(cells.attribute(code)) for code in lab]
    assert runs == [True, False, True, False, False, False, False, True, True]
    assert cells.attribute("x") == f' data-run="lab:{len(lab) + 1}"'
