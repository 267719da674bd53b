"""Wrong answers to the exercises in the page, each with the words that name its fault."""

from typing import NamedTuple


class Wrong(NamedTuple):
    """A change of the model answer, and a pattern for the first thing that the check must say."""

    old: str
    new: str
    says: str


NEURON = (
    Wrong("neuron", "neuron1", r"no function `neuron`.*There is `neuron1`"),
    Wrong("def neuron(x, w, b)", "def neuron(x, w)", r"called with 3 arguments"),
    Wrong("return 1 /", "1 /", r"returns nothing \(`None`\)"),
    Wrong(
        "return 1 / (1 + math.exp(-z))",
        "print(1 / (1 + math.exp(-z)))",
        r"prints its answer.*`return …` in place of",
    ),
    Wrong("z = b", "z = 0", r"bias is missing"),
    Wrong("z = b", "z = -b", r"bias is subtracted"),
    Wrong(
        "z += value * weight",
        "z += value * weight + b",
        r"in every turn of the loop, and once more",
    ),
    Wrong(
        "z = b\n    for value, weight in zip(x, w, strict=True):\n        z += value * weight",
        "z = 0\n    for value, weight in zip(x, w, strict=True):\n        z += value * weight + b",
        r"added once for every input",
    ),
    Wrong("return 1 / (1 + math.exp(-z))", "return z", r"activation is missing"),
    Wrong("exp(-z)", "exp(z)", r"sign of the sum is turned.*`math.exp\(-z\)`"),
    Wrong("1 / (1 + math.exp(-z))", "1 / 1 + math.exp(-z)", r"parentheses"),
    Wrong("    return 1", "        return 1", r"`return` stand inside of the loop"),
    Wrong("z += value", "z = value", r"Only the last input counts"),
    Wrong("z += value * weight", "z += value", r"weights are not used"),
    Wrong("z += value * weight", "z += value + weight", r"added to each other"),
    Wrong("return 1 / (1 + math.exp(-z))", "return z >= 0", r"answers True or False"),
    Wrong("return 1 / (1 + math.exp(-z))", "return 1 if z >= 0 else 0", r"answers 0 or 1"),
    Wrong("return 1 / (1 + math.exp(-z))", "return math.tanh(z)", r"tanh"),
    Wrong("return 1 / (1 + math.exp(-z))", "return max(0, z)", r"ReLU"),
    Wrong("return 1 / (1", "return [1] / (1", r"stops in line \d+ with TypeError"),
    Wrong("zip(x, w, strict=True)", "zip(x[:2], w[:2])", r"third input on"),
    Wrong(
        "    z = b", "    x.append(0.0)\n    w = [*w, 0.0]\n    z = b", r"changes its argument `x`"
    ),
    Wrong("return 1 / (1 + math.exp(-z))", "return [z]", r"return one number.*a list"),
    Wrong("return 1 / (1 + math.exp(-z))", "return [z] * 9", r"one number.*a list: \[.*…\.$"),
    Wrong(
        "    return 1 / (1 + math.exp(-z))",
        "    return 1 / (1 + math.exp(-(x[0] * w[0] + x[1] * w[1] + b)))",
        r"IndexError.*any number of inputs",
    ),
    Wrong("import math", "", r"NameError.*`import math` must stand on top"),
)
LAYERS = (
    Wrong("def layer(", "def Layer(", r"no function `layer`"),
    Wrong("return g(x @ w + b)", "g(x @ w + b)", r"`layer` returns nothing"),
    Wrong("g(x @ w + b)", "g(x @ w)", r"bias is missing"),
    Wrong("g(x @ w + b)", "x @ w + b", r"activation is missing"),
    Wrong("g(x @ w + b)", "g(x @ w) + b", r"after the activation"),
    Wrong("g(x @ w + b)", "g(x @ w.T + b)", r"`w` is transposed"),
    Wrong("g(x @ w + b)", "g(w @ x + b)", r"wrong way around"),
    Wrong("g(x @ w + b)", "g(w.T @ x.T + b[:, None])", r"Examples stand in columns"),
    Wrong("g(x @ w + b)", "g(x @ w + b[:, None])", r"bias stands upright"),
    Wrong("g(x @ w + b)", "g(x * w + b)", r"entry by entry.*`@`"),
    Wrong("g(x @ w + b)", "np.tanh(x @ w + b)", r"always the tanh"),
    Wrong("g(x @ w + b)", "g(x[0] @ w + b)", r"Only the first example"),
    Wrong("g(x @ w + b)", "g(np.outer(x, w))", r"shape"),
    Wrong("return outputs", "return outputs[-1]", r"returns the answers alone"),
    Wrong("return outputs", "return outputs[1:]", r"lacks `x`"),
    Wrong("return outputs", "return outputs[::-1]", r"back to front"),
    Wrong("layer(outputs[-1], w", "layer(x, w", r"Every layer gets `x`"),
    Wrong("layer(outputs[-1], w, b, g)", "outputs[-1] @ w + b", r"hands on its sums"),
    Wrong("in layers:", "in layers[:-1]:", r"last layer is missing"),
    Wrong("in layers:", "in layers[:2]:", r"list should have 4 entries.*Yours has 3"),
    Wrong("outputs.append(layer", "outputs = (layer", r"One side of `@` is a single number"),
    Wrong("outputs = [x]", "outputs = [x]; x *= 2", r"changes its argument `x`"),
)
ACTIVATIONS = (
    Wrong("return 1 / (1 + np.exp(-z))", "1 / (1 + np.exp(-z))", r"`sigmoid` returns nothing"),
    Wrong("np.exp(-z)", "np.exp(z)", r"sign is turned"),
    Wrong("1 / (1 + np.exp(-z))", "1 / 1 + np.exp(-z)", r"parentheses"),
    Wrong("1 / (1 + np.exp(-z))", "np.exp(z) / (1 + np.exp(z))", r"is nan, not a number"),
    Wrong("1 / (1 + np.exp(-z))", "np.exp(z - z.max()) / np.exp(z - z.max()).sum()", r"softmax"),
    Wrong("1 / (1 + np.exp(-z))", "np.exp(z) / np.exp(z).sum()", r"softmax"),
    Wrong("1 / (1 + np.exp(-z))", "1 / (1 + __import__('math').exp(-z))", r"`math` knows single"),
    Wrong("a = sigmoid(z)", "a = z", r"already the \*output\* of the"),
    Wrong("return a * (1 - a)", "return sigmoid(a) * (1 - sigmoid(a))", r"applied twice"),
    Wrong("return a * (1 - a)", "return 1 - a**2", r"slope of the tanh"),
    Wrong("return a * (1 - a)", "return a * (a - 1)", r"slope is negative"),
    Wrong("np.maximum(0, z)", "max(0, z)", r"want one answer, and an array has many"),
    Wrong("np.maximum(0, z)", "np.max(z)", r"largest entry alone"),
    Wrong("np.maximum(0, z)", "np.abs(z)", r"`abs`"),
    Wrong("np.maximum(0, z)", "np.where(z > 0, z, 0.01 * z)", r"leaky ReLU"),
    Wrong(
        "    return np.maximum(0, z)",
        "    z[z < 0] = 0\n    return z",
        r"changes its argument `z`",
    ),
    Wrong("np.where(z > 0, 1.0, 0.0)", "np.where(z >= 0, 1.0, 0.0)", r"at 0 is taken to be 1"),
    Wrong("np.where(z > 0, 1.0, 0.0)", "z > 0", r"answers True and False"),
    Wrong("np.where(z > 0, 1.0, 0.0)", "np.where(relu(z) >= 0, 1.0, 0.0)", r"1 everywhere"),
    Wrong("np.where(z > 0, 1.0, 0.0)", "np.sign(z)", r"0 there, not -1"),
    Wrong('    "ReLU slope": relu_slope(z),\n', "", r"no curve named 'ReLU slope'"),
    Wrong('"sigmoid slope": sigmoid_slope(z)', '"sigmoid slope": sigmoid(z)', r"another function"),
    Wrong("\ndrawing", "\npicture", r"under the name `drawing`"),
)
GRADIENTS = (
    Wrong("return [dw1, db1, dw2, db2]", "[dw1, db1, dw2, db2]", r"returns nothing"),
    Wrong("(softmax(logits) - y)", "(y - softmax(logits))", r"wrong sign"),
    Wrong(" / len(x)", "", r"as many times too large as there are examples"),
    Wrong("/ len(x)", "/ y.size", r"number of its entries"),
    Wrong(
        "a1.T @ delta2, delta2.sum(axis=0)", "a1.T @ delta2 / len(x), delta2.sum(axis=0)", r"twice"
    ),
    Wrong("softmax(logits) - y", "logits - y", r"Softmax is missing"),
    Wrong("softmax(logits) - y", "softmax(softmax(logits)) - y", r"Softmax is applied twice"),
    Wrong("axis=1", "axis=0", r"down the columns"),
    Wrong("softmax(logits) - y", "np.exp(logits) / np.exp(logits).sum() - y", r"sum of all rows"),
    Wrong(" * (1 - a1**2)", "", r"slope of the hidden units is missing"),
    Wrong("1 - a1**2", "1 - np.tanh(a1) ** 2", r"taken at its output"),
    Wrong("(1 - a1**2)", "a1 * (1 - a1)", r"slope of the sigmoid"),
    Wrong("delta2 @ w2.T", "delta2 @ w2", r"`w2` is not transposed"),
    Wrong("delta1.sum(axis=0)\n", "delta1.sum(axis=1)\n", r"`db1` has shape"),
    Wrong("sum(axis=0)", "sum(axis=1)", r"summed over units"),
    Wrong("sum(axis=0)", "mean(axis=0)", r"are means"),
    Wrong("sum(axis=0)", "sum()", r"one number each"),
    Wrong("sum(axis=0)", "sum(axis=0, keepdims=True)", r"keepdims"),
    Wrong("delta2.sum(axis=0)", "delta2", r"`db2` has shape.*Add up over the examples"),
    Wrong("x.T @ delta1", "delta1.T @ x", r"`dw1` has shape.*transposed"),
    Wrong("[dw1, db1, dw2, db2]", "[dw2, db2, dw1, db1]", r"in another order"),
    Wrong("[dw1, db1, dw2, db2]", "[dw1, dw2]", r"should return four"),
    Wrong(
        "    delta1 =",
        "    w2 = w2 - 0.1 * a1.T @ delta2\n    delta1 =",
        r"takes its step before",
    ),
    Wrong("    delta1 =", "    w2 -= 0.1 * a1.T @ delta2\n    delta1 =", r"changes its argument"),
    Wrong("a1 @ w2 + b2", "a1 @ w2", r"is \S+, and should be"),
)
TRAINING = (
    Wrong("    return parameters, losses", "    print(losses)", r"prints its answer"),
    Wrong("return parameters, losses", "return losses", r"two things"),
    Wrong("p - rate", "p + rate", r"steps climb"),
    Wrong("p - rate * slope", "p - slope", r"`rate` is not used"),
    Wrong("p - rate * slope", "p - rate * slope / batch_size", r"took the mean already"),
    Wrong("order = rng.permutation(len(x))", "order = np.arange(len(x))", r"never shuffled"),
    Wrong(
        "    for _ in range(epochs):\n        order = rng.permutation(len(x))",
        "    order = rng.permutation(len(x))\n    for _ in range(epochs):",
        r"All epochs have one order",
    ),
    Wrong("rng.permutation", "np.random.default_rng().permutation", r"comes from elsewhere"),
    Wrong("x[rows], y[rows]", "x[rows], y[first : first + batch_size]", r"no longer pairs"),
    Wrong("gradients(x[rows], y[rows]", "gradients(x, y", r"takes all examples|batches of"),
    Wrong("range(0, len(x), batch_size)", "range(0, len(x) - batch_size, batch_size)", r"left out"),
    Wrong("range(epochs)", "range(1)", r"One epoch is all"),
    Wrong("rng.permutation(len(x))", "rng.integers(0, len(x), len(x))", r"never has its turn"),
    Wrong("            parameters = [", "            moved = [", r"never move"),
    Wrong("        losses.append", "            losses.append", r"9 entries.*over the epochs"),
    Wrong(
        "loss(x, y, parameters))\n    return",
        "loss(x[rows], y[rows], parameters))\n    return",
        r"last batch",
    ),
    Wrong(
        "            parameters = [\n                p - rate * slope\n"
        "                for p, slope in zip(parameters, slopes, strict=True)\n            ]",
        "            for p, slope in zip(parameters, slopes):\n                p -= rate * slope",
        r"changes its argument `parameters`",
    ),
    Wrong(
        "for p, slope in zip(parameters, slopes, strict=True)",
        "for p, slope in zip(start, slopes, strict=True)",
        r"NameError",
    ),
    Wrong(
        "gradients(x[rows], y[rows]", "gradients(x[order[first]], y[order[first]]", r"takes rows"
    ),
    Wrong("slopes = gradients(", "slopes = (lambda *_: [0, 0, 0, 0])(", r"never calls `gradients"),
)
CLASSIFICATION = (
    Wrong("return x[train], y[train], x[v", "x[train], y[train], x[v", r"`split` returns nothing"),
    Wrong("rng.permutation(len(x))", "np.arange(len(x))", r"rows are not shuffled"),
    Wrong(
        "return x[train], y[train], x[validation], y[validation]",
        "return x[train], x[validation], y[train], y[validation]",
        r"another order",
    ),
    Wrong("y[validation]\n", "y[:held_out]\n", r"labels of others"),
    Wrong("order[held_out:]", "order", r"in both parts"),
    Wrong("len(x) // 5", "len(x) - len(x) // 5", r"parts are swapped"),
    Wrong("order = rng", "order = np.random.default_rng(0)", r"Another `rng` gives the same"),
    Wrong(
        "mean, deviation = x_train.mean(axis=0), x_train.std(axis=0)",
        "both = np.vstack([x_train, x_validation])\n"
        "    mean, deviation = both.mean(axis=0), both.std(axis=0)",
        r"measured on all rows",
    ),
    Wrong(
        "(x_validation - mean) / deviation",
        "(x_validation - x_validation.mean(axis=0)) / x_validation.std(axis=0)",
        r"its own mean and deviation",
    ),
    Wrong(
        ", (x_validation - mean) / deviation", ", x_validation", r"validation part is not scaled"
    ),
    Wrong("x_train.std(axis=0)", "x_train.var(axis=0)", r"variance"),
    Wrong(
        "x_train.mean(axis=0), x_train.std(axis=0)", "x_train.mean(), x_train.std()", r"all columns"
    ),
    Wrong("== y).mean()", "== y).sum()", r"number of right answers"),
    Wrong("== y).mean()", "== y[:, None]).mean()", r"Every answer is compared with every"),
    Wrong("argmax(axis=1)", "argmax(axis=0)", r"logit of each column"),
    Wrong("argmax(axis=1)", "max(axis=1)", r"`argmax`, not `max`"),
    Wrong(
        "accuracy(result.network(x_validation), y_validation)",
        "accuracy(result.network(x_train), y_train)",
        r"accuracy on the training rows",
    ),
    Wrong("accuracy(result.network", "accuracy(network", r"Is the network that you ask"),
    Wrong("        x_train,\n        y_train,", "        x,\n        y,", r"trains on all rows"),
    Wrong("    x_train, x_validation = scale(x_train, x_validation)\n", "", r"never calls `scale`"),
    Wrong(
        "= split(x, y, rng)",
        "= split((x - x.mean(axis=0)) / x.std(axis=0), y, rng)",
        r"changed before it is split",
    ),
    Wrong(
        "nn.MLP([4, 16, 3], rng=rng)", "nn.MLP([4, 16, 3], output=nn.softmax, rng=rng)", r"softmax"
    ),
)
WRONG = {
    "neuron": NEURON,
    "layers": LAYERS,
    "activations": ACTIVATIONS,
    "gradients": GRADIENTS,
    "training": TRAINING,
    "classification": CLASSIFICATION,
}
# Other ways that are right.
RIGHT = {
    "neuron": (
        Wrong(
            "(x, w, b):\n    z = b\n    for value, weight in zip(x, w,",
            "(inputs, weights, bias):\n    z = bias\n    for value, weight in zip(inputs, weights,",
            "",
        ),
        Wrong(
            "    z = b\n    for value, weight in zip(x, w, strict=True):\n"
            "        z += value * weight\n",
            "    z = sum(x[i] * w[i] for i in range(len(x))) + b\n",
            "",
        ),
        Wrong(
            "return 1 / (1 + math.exp(-z))",
            "return math.exp(z) / (math.exp(z) + 1)",
            "",
        ),
        Wrong("return 1 / (1 + math.exp(-z))", "return (1 + math.tanh(z / 2)) / 2", ""),
    ),
    "layers": (
        Wrong("g(x @ w + b)", "g(np.dot(x, w) + b)", ""),
        Wrong("g(x @ w + b)", "np.array([g(row @ w + b) for row in x])", ""),
        Wrong("g(x @ w + b)", "g(np.einsum('mi,ij->mj', x, w) + b.reshape(1, -1))", ""),
        Wrong("return outputs", "return tuple(outputs)", ""),
    ),
    "activations": (
        Wrong("1 / (1 + np.exp(-z))", "(1 + np.tanh(z / 2)) / 2", ""),
        Wrong("np.maximum(0, z)", "z * (z > 0)", ""),
        Wrong("np.maximum(0, z)", "np.where(z > 0, z, 0)", ""),
        Wrong("np.where(z > 0, 1.0, 0.0)", "(z > 0).astype(float)", ""),
        Wrong("np.where(z > 0, 1.0, 0.0)", "1 * (z > 0)", ""),
        Wrong(
            "    a = sigmoid(z)\n    return a * (1 - a)",
            "    return np.exp(-np.abs(z)) / (1 + np.exp(-np.abs(z))) ** 2",
            "",
        ),
    ),
    "gradients": (
        Wrong("return [dw1, db1, dw2, db2]", "return dw1, db1, dw2, db2", ""),
        Wrong("delta1.sum(axis=0)", "np.ones(len(x)) @ delta1", ""),
        Wrong("(1 - a1**2)", "(1 - np.tanh(x @ w1 + b1) ** 2)", ""),
        Wrong("a1.T @ delta2", "sum(np.outer(a, d) for a, d in zip(a1, delta2))", ""),
    ),
    "training": (
        Wrong(
            "order = rng.permutation(len(x))", "order = np.arange(len(x)); rng.shuffle(order)", ""
        ),
        Wrong("losses = []", "losses = []; parameters = [p.copy() for p in parameters]", ""),
        Wrong(
            "            parameters = [\n                p - rate * slope\n"
            "                for p, slope in zip(parameters, slopes, strict=True)\n            ]",
            "            w1, b1, w2, b2 = parameters\n"
            "            parameters = [w1 - rate * slopes[0], b1 - rate * slopes[1],\n"
            "                          w2 - rate * slopes[2], b2 - rate * slopes[3]]",
            "",
        ),
        Wrong("return parameters, losses", "return [tuple(parameters), np.array(losses)]", ""),
    ),
    "classification": (
        Wrong("order[:held_out], order[held_out:]", "order[-held_out:], order[:-held_out]", ""),
        Wrong(
            "    order = rng.permutation(len(x))\n    held_out = len(x) // 5\n"
            "    validation, train = order[:held_out], order[held_out:]\n"
            "    return x[train], y[train], x[validation], y[validation]",
            "    parts = nn.split(x, y, validation=0.2, test=0, rng=rng)\n"
            "    (a, b, _), (c, d, _), _ = ((p.x, p.y, p.rows) for p in parts)\n"
            "    return a, b, c, d",
            "",
        ),
        Wrong(
            "return (x_train - mean) / deviation, (x_validation - mean) / deviation",
            "fit = nn.Standardizer.fit(x_train)\n    return fit(x_train), fit(x_validation)",
            "",
        ),
        Wrong("(logits.argmax(axis=1) == y).mean()", "nn.accuracy(logits, y)", ""),
    ),
}
