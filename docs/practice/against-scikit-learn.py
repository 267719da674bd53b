# ---
# jupyter:
#   jupytext:
#     formats: py:percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
#   description: >-
#     A lab: train the same network in nnbyhand and in scikit-learn's
#     MLPClassifier, and find the defaults that differ.
# ---

# %% [markdown]
# # Against scikit-learn
#
# **What you will do.** Train the same network in `nnbyhand` and in
# scikit-learn's `MLPClassifier`: first from the same weights, where nothing
# may differ, then each in its own way.
#
# **What you will learn.** That both do the same arithmetic, and which
# defaults make them differ all the same: the start, batches, the L2 penalty,
# and when to stop.
#
# **What you need.** The chapters on [optimizers](../learn/optimizers.md) and
# [initialization](../learn/initialization.md). NumPy, Matplotlib, scikit-learn
# and the package `nnbyhand` ([Install](../install.md) tells how). Run the
# cells from top to bottom, then change what you like.

# %%
import textwrap
import warnings

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from sklearn.neural_network import MLPClassifier

import nnbyhand as nn

LOSS = nn.binary_cross_entropy_from_logits
WIDTH, EPOCHS, SEEDS = 16, 150, 10

rng = np.random.default_rng(0)
data = nn.moons(200, noise=0.25, rng=rng)
test = nn.moons(1000, noise=0.25, rng=rng)
labels, test_labels = (part.y[:, 0].astype(int) for part in (data, test))
print(len(labels), "examples to learn from,", len(test_labels), "to test")

# %% [markdown]
# ## Both from the same weights
#
# `MLPClassifier` draws its weights when it first sees data. A model with
# the same seed and a rate of $10^{-12}$ shows them: one step later they
# are, to twelve digits, where they began. We hand them to our network.
#
# Everything else is set to what `nnbyhand` does: all examples in one batch,
# in their order, no momentum, and no penalty (`alpha=0`). One thing needs a
# trick. `fit` ends where the loss falls by less than `tol` for long enough,
# or with a warning at `max_iter`. A tolerance that no epoch can meet makes
# it end after a number of epochs that we choose, without a warning.


# %%
def theirs(
    seed: int, epochs: int = EPOCHS, **choices: object
) -> MLPClassifier:
    """Return an MLPClassifier that differs from ours in nothing."""
    same = {
        "hidden_layer_sizes": (WIDTH,),
        "activation": "tanh",
        "alpha": 0,
        "batch_size": len(labels),
        "shuffle": False,
        "momentum": 0,
        "nesterovs_momentum": False,
        "tol": 1e6,
        "n_iter_no_change": epochs - 2,  # it waits for one more than that
        "max_iter": epochs + 1,
    }
    return MLPClassifier(**same | choices, random_state=seed)


def first_weights(seed: int) -> np.ndarray:
    """Return the weights that an MLPClassifier draws from this seed."""
    model = theirs(seed, solver="sgd", learning_rate_init=1e-12)
    model.partial_fit(data.x, labels, classes=[0, 1])
    layers = zip(model.coefs_, model.intercepts_, strict=True)
    return np.concatenate([part.ravel() for pair in layers for part in pair])


def network_of(networks: int | tuple[()] = ()) -> nn.Network:
    """Return our network, or an ensemble of them, with its own start."""
    rng = np.random.default_rng(0)
    return nn.MLP((2, WIDTH, 1), hidden=nn.tanh, networks=networks, rng=rng)


def ours(
    network: nn.Network,
    optimizer: nn.Optimizer,
    epochs: int = EPOCHS,
    penalty: nn.Penalty | None = None,
) -> nn.Training:
    """Train our network in full batches."""
    return nn.train(
        network,
        data.x,
        data.y,
        loss=LOSS,
        optimizer=optimizer,
        epochs=epochs,
        penalty=penalty,
        rng=np.random.default_rng(0),
    )


# %%
# alt: Two panels of loss over epochs, gradient descent and Adam. In each the
#   dotted line of scikit-learn runs on top of that of nnbyhand.
SOLVERS = {
    "sgd": ("Gradient descent", 0.5, nn.SGD(0.5)),
    "adam": ("Adam", 0.03, nn.Adam(0.03)),
}

start = network_of().with_parameters(first_weights(seed=0))
curves = {}
for solver, (name, rate, optimizer) in SOLVERS.items():
    mine = ours(start, optimizer).history.loss
    model = theirs(0, solver=solver, learning_rate_init=rate)
    other = model.fit(data.x, labels).loss_curve_
    curves[name] = mine, other
    for size in (1e-9, 1e-5):
        same = np.abs(mine - other).max() < size
        print(f"{name}: no loss differs by {size:.0e}: {same}")

fig, axes = plt.subplots(1, 2, figsize=(9.4, 3.9), layout="constrained")
for ax, (name, (mine, other)) in zip(axes, curves.items(), strict=True):
    ax.plot(mine, color="C0", linewidth=5, alpha=0.4, label="nnbyhand")
    ax.plot(
        other, color="C2", linewidth=2.5, linestyle=":", label="scikit-learn"
    )
    ax.set(title=name, xlabel="epoch", ylim=(0, None))
axes[0].set_ylabel("cross-entropy (nats)")
axes[1].legend(loc="upper right")
plt.show()

# %% [markdown]
# Gradient descent agrees to rounding. Adam differs a little, for a reason:
# scikit-learn adds $\epsilon = 10^{-8}$ to the root of the average square
# before that is corrected for its start at zero, `nnbyhand` after, as the
# paper's algorithm does.
#
# ## Each from its own start
#
# Now both draw for themselves, ten times each. For tanh both take weights
# from Glorot's uniform rule. Our biases start at 0, theirs are drawn, too.

# %%
# alt: Two panels of median loss over epochs with bands, gradient descent and
#   Adam. The bands of both packages overlap along the whole way.
curves, accuracies = {}, {}
for solver, (name, rate, optimizer) in SOLVERS.items():
    mine = ours(network_of(SEEDS), optimizer)
    choices = {"solver": solver, "learning_rate_init": rate}
    models = [
        theirs(seed, **choices).fit(data.x, labels) for seed in range(SEEDS)
    ]
    curves[name, "nnbyhand"] = mine.history.loss
    curves[name, "scikit-learn"] = np.array([m.loss_curve_ for m in models]).T
    scores = [model.score(test.x, test_labels) for model in models]
    accuracies[name, "scikit-learn"] = np.array(scores)
    outputs = mine.network(test.x)
    accuracies[name, "nnbyhand"] = nn.accuracy(outputs, test.y, threshold=0)

fig, axes = plt.subplots(1, 2, figsize=(9.4, 3.9), layout="constrained")
for ax, (name, *_) in zip(axes, SOLVERS.values(), strict=True):
    for who, color, dashes in (
        ("nnbyhand", "C0", "-"),
        ("scikit-learn", "C2", "--"),
    ):
        losses = curves[name, who]
        low, middle, high = np.percentile(losses, [25, 50, 75], axis=1)
        ax.plot(middle, color=color, linestyle=dashes, label=who)
        ax.fill_between(
            range(EPOCHS), low, high, color=color, alpha=0.2, linewidth=0
        )
    ax.set(title=name, xlabel="epoch", ylim=(0, None))
axes[0].set_ylabel("cross-entropy (nats)")
axes[1].legend(loc="upper right")
plt.show()

for (name, who), shares in accuracies.items():
    low, middle, high = np.percentile(100 * shares, [0, 50, 100])
    print(f"{name:16} {who:12} {middle:.0f}% right", end=" ")
    print(f"(worst {low:.0f}%, best {high:.0f}%)")

# %% [markdown]
# ## scikit-learn with its defaults
#
# With its defaults, `MLPClassifier` does not stop where it has learned
# enough, but where 200 epochs are over, and says so with a warning. Here it
# is caught and printed.

# %%
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    default = MLPClassifier(random_state=0).fit(data.x, labels)
for warning in caught:
    words = f"{warning.category.__name__}: {warning.message}"
    print(textwrap.fill(words, width=70))
print(f"loss {default.loss_:.2f} after {default.n_iter_} epochs")

longer = MLPClassifier(learning_rate_init=0.02, max_iter=1000, random_state=0)
longer.fit(data.x, labels)
print(f"loss {longer.loss_:.2f}, stopped by itself:", longer.n_iter_ < 1000)

# %% [markdown]
# The default rate of 0.001 is small for this task. With 0.02 and room for
# 1,000 epochs it stops by itself: after more than ten epochs in a row in
# which the *training* loss has not fallen by `tol=1e-4`. That is not the
# early stopping of the chapter on
# [regularization](../learn/regularization.md), which watches other examples.
# `early_stopping=True` is, but it watches their accuracy, not their loss.
#
# | default | `MLPClassifier` | `nnbyhand` |
# | --- | --- | --- |
# | weights, tanh | Glorot's rule | Glorot's rule |
# | weights, ReLU | Glorot's rule | He's rule |
# | biases at the start | drawn like weights | 0 |
# | batch | 200, or all if fewer | all, unless you say |
# | penalty | `alpha=0.0001` | none, unless you say |
# | epochs | up to 200 | you say |
# | SGD | Nesterov, momentum 0.9 | plain; others by name |
#
# ## What alpha means
#
# Scikit-learn divides `alpha` by the number of examples in the batch. So
# `alpha=1` with 200 examples is `nn.L2(1 / 200)`, and the same `alpha` pulls
# harder in small batches. Check that the weights agree, and see what the
# penalty does to the boundary.


# %%
# alt: Three maps of the moons, for alpha 0, 1 and 10. The larger alpha, the
#   straighter the boundary.
def draw_map(ax: Axes, network: nn.Network) -> None:
    """Draw the boundary between the classes and the examples."""
    across, up = np.linspace(-1.8, 2.8, 61), np.linspace(-1.4, 1.9, 51)
    plane = np.stack(np.meshgrid(across, up), axis=-1)
    scores = network(plane.reshape(-1, 2)).reshape(plane.shape[:2])
    levels = [-1e9, 0, 1e9]
    ax.contourf(across, up, scores, levels, colors=["C2", "C0"], alpha=0.15)
    ax.contour(across, up, scores, [0], colors="C3")
    for label, mark, color in ((0, "s", "C2"), (1, "o", "C0")):
        ax.plot(*data.x[labels == label].T, mark, ms=3.5, color=color)
    ax.set(xlabel="x1", ylabel="x2", aspect="equal")
    ax.grid(visible=False)


networks = {}
for alpha in (0, 1, 10):
    choices = {"solver": "sgd", "learning_rate_init": 1.0, "alpha": alpha}
    model = theirs(0, epochs=1000, **choices).fit(data.x, labels)
    penalty = nn.L2(alpha / len(labels))
    network = ours(start, nn.SGD(1.0), epochs=1000, penalty=penalty).network
    networks[alpha] = network
    same = np.allclose(network.arrays[0][0], model.coefs_[0])
    length = np.linalg.norm(network.parameters[network.weight_mask])
    print(f"alpha {alpha:2}: same weights {same}, length {length:.1f}")

fig, axes = plt.subplots(1, 3, figsize=(9.4, 2.7), layout="constrained")
for ax, (alpha, network) in zip(axes, networks.items(), strict=True):
    draw_map(ax, network)
    ax.set_title(f"alpha = {alpha}")
plt.show()

# %% [markdown]
# ## Things to try
#
# 1. Leave `shuffle` and `batch_size` at their defaults, but keep the start.
#    How far do the two loss curves part?
# 2. Set `momentum=0.9` for them and `nn.Momentum(0.5)` for us. Do they still
#    agree? And with `nesterovs_momentum=True` and `nn.Nesterov(0.5)`?
# 3. Train with `activation="logistic"` and `nn.sigmoid`. Which start suits
#    it better?
# 4. Let `MLPClassifier(early_stopping=True)` loose on the 200 examples. How
#    many does it set aside, and how much does one of them weigh in its
#    accuracy?
# 5. Solve it with `solver="lbfgs"`, which `nnbyhand` does not have. How many
#    iterations does it take?
