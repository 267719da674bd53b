# ---
# jupyter:
#   jupytext:
#     formats: py:percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
#   description: >-
#     A lab: train a classifier on two moons from the split to the test score,
#     watch it overfit, and stop it in time.
# ---

# %% [markdown]
# # Two moons
#
# **What you will do.** Split and scale a data set, train a small network on
# it and compare it with a single unit. Then give a large network too few
# noisy examples, watch it memorize them, and stop it in time.
#
# **What you will learn.** How a classifier is trained from data to test
# score, what overfitting looks like, and what early stopping is worth over
# many data sets, not one.
#
# **What you need.** The chapters on
# [gradient descent](../learn/gradient-descent.md) and
# [regularization](../learn/regularization.md). NumPy, Matplotlib and the
# package `nnbyhand` ([Install](../install.md) tells how). Run the cells from
# top to bottom, then change what you like.

# %%
import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes

import nnbyhand as nn

LOSS = nn.binary_cross_entropy_from_logits

# %% [markdown]
# ## Split, then scale
#
# Three parts, without a row in common: to learn from, to choose by, and to
# judge by at the end. The scaler measures the training part alone, and then
# scales all three.

# %%
rng = np.random.default_rng(0)
data = nn.moons(400, noise=0.2, rng=rng)
parts = nn.split(data.x, data.y, validation=0.25, test=0.25, rng=rng)
scaler = nn.Standardizer.fit(parts.train.x)

for name, part in zip(parts._fields, parts, strict=True):
    x = scaler(part.x)
    mean = np.round(x.mean(axis=0), 2) + 0.0  # -0.0 becomes 0.0
    spread = x.std(axis=0)
    print(
        f"{name:10} {len(x)} rows, mean ({mean[0]:5.2f}, {mean[1]:5.2f}),",
        f"standard deviation ({spread[0]:.2f}, {spread[1]:.2f})",
    )

# %% [markdown]
# Mean 0 and deviation 1 hold exactly for the training part only. The others
# are scaled by what it measured, as new data would be.
#
# ## A line, and a network
#
# Both train in the same way; one has a hidden layer of 16 units.


# %%
def trained(sizes: tuple[int, ...]) -> nn.Network:
    """Train a network of these sizes on the training part."""
    rng = np.random.default_rng(1)
    return nn.train(
        nn.MLP(sizes, hidden=nn.tanh, rng=rng),
        scaler(parts.train.x),
        parts.train.y,
        loss=LOSS,
        optimizer=nn.Adam(0.02),
        epochs=100,
        batch_size=20,
        rng=rng,
    ).network


def draw_map(ax: Axes, network: nn.Network, half: float = 2.6) -> None:
    """Tint the side of each class and draw the boundary between them."""
    ticks = np.linspace(-half, half, 61)
    plane = np.stack(np.meshgrid(ticks, ticks), axis=-1)
    scores = network(plane.reshape(-1, 2)).reshape(61, 61)
    levels = [-1e9, 0, 1e9]
    ax.contourf(ticks, ticks, scores, levels, colors=["C2", "C0"], alpha=0.15)
    ax.contour(ticks, ticks, scores, [0], colors="C3")
    ax.set(aspect="equal", xlabel="x1 (scaled)", ylabel="x2 (scaled)")
    ax.grid(visible=False)


def draw_examples(ax: Axes, x: np.ndarray, y: np.ndarray) -> None:
    """Draw class 0 as squares and class 1 as dots."""
    zero, one = x[y[:, 0] == 0], x[y[:, 0] == 1]
    ax.plot(*zero.T, "s", ms=4, color="C2")
    ax.plot(*one.T, "o", ms=4.5, color="C0")


# alt: Two maps of the moons with test examples. A straight line cuts the
#   tips of both moons off, the network's boundary bends between them.
titles = ("One unit", "16 hidden units")
networks = [trained((2, 1)), trained((2, 16, 1))]
x, y = scaler(parts.test.x), parts.test.y
for name, network in zip(("2-1", "2-16-1"), networks, strict=True):
    share = nn.accuracy(network(x), y, threshold=0)
    print(f"{name:6} {share:.0%} of the test right")

fig, axes = plt.subplots(1, 2, figsize=(9.4, 4.9), layout="constrained")
for ax, network, title in zip(axes, networks, titles, strict=True):
    draw_map(ax, network)
    draw_examples(ax, x, y)
    ax.set_title(title)
plt.show()

# %% [markdown]
# ## Overfitting: too few examples, too much noise
#
# Now a network of two times 32 units gets 24 examples, so noisy that the
# moons overlap. The map is drawn after 10, 60 and 1,500 steps. No example
# is scaled here: the moons lie around zero as they are.

# %%
# alt: Three maps with 24 examples. After 10 steps the boundary is a gentle
#   bend, after 1,500 it winds around single examples.
NOISE = 0.35
STOPS = (10, 60, 1500)

rng = np.random.default_rng(5)
few = nn.moons(24, noise=NOISE, rng=rng)
kept = []


def keep(end: nn.EpochEnd) -> None:
    """Keep the network as it is after some of the steps."""
    if end.epoch in STOPS:
        kept.append(end.network)


nn.train(
    nn.MLP((2, 32, 32, 1), rng=rng),
    few.x,
    few.y,
    loss=LOSS,
    optimizer=nn.Adam(0.01),
    epochs=max(STOPS),
    callbacks=[keep],
    rng=rng,
)

fig, axes = plt.subplots(1, 3, figsize=(9.4, 3.1), layout="constrained")
for ax, network, steps in zip(axes, kept, STOPS, strict=True):
    draw_map(ax, network)
    draw_examples(ax, few.x, few.y)
    ax.set(title=f"{steps:,} steps", xlabel="x1", ylabel="x2")
    ax.set(xticks=[-2, 0, 2], yticks=[-2, 0, 2])
plt.show()

fresh = nn.moons(2000, noise=NOISE, rng=rng)
for network, steps in zip(kept, STOPS, strict=True):
    seen = nn.accuracy(network(few.x), few.y, threshold=0)
    new = nn.accuracy(network(fresh.x), fresh.y, threshold=0)
    print(f"{steps:5,} steps: {seen:4.0%} right of its own,", end=" ")
    print(f"{new:.0%} of 2,000 new ones")

# %% [markdown]
# ## Overfitting over many data sets
#
# One data set proves little. Here are 40, each with its own 24 examples and
# its own network, trained as one ensemble. Lines are medians, bands hold
# the middle half.

# %%
# alt: Losses over steps. The training loss falls to 0, the validation loss
#   falls at first and then climbs, with a band that widens.
SETS, STEPS = 40, 300


def drawn(examples: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Draw noisy moons for each data set: one axis more in front."""
    rng = np.random.default_rng(seed)
    sets = [nn.moons(examples, noise=NOISE, rng=rng) for _ in range(SETS)]
    return np.array([s.x for s in sets]), np.array([s.y for s in sets])


def ensemble(stopping: nn.EarlyStopping | None) -> nn.Training:
    """Train one network on each of the data sets."""
    rng = np.random.default_rng(4)
    return nn.train(
        nn.MLP((2, 32, 32, 1), networks=SETS, rng=rng),
        *drawn(24, seed=1),
        loss=LOSS,
        optimizer=nn.Adam(0.01),
        epochs=STEPS,
        validation=drawn(24, seed=2),
        early_stopping=stopping,
        rng=rng,
    )


to_the_end = ensemble(None)
history = to_the_end.history

fig, ax = plt.subplots()
for losses, name, color, dashes in (
    (history.loss, "training", "C0", "-"),
    (history.validation_loss, "validation", "C2", "--"),
):
    low, middle, high = np.percentile(losses, [25, 50, 75], axis=1)
    shown = np.arange(0, STEPS, 4)
    ax.plot(shown, middle[shown], color=color, linestyle=dashes, label=name)
    ax.fill_between(
        shown, low[shown], high[shown], color=color, alpha=0.2, linewidth=0
    )
ax.set(xlabel="step", ylabel="binary cross-entropy (nats)")
ax.set(xlim=(0, STEPS), ylim=(0, 2.5))
ax.legend(loc="upper left")
plt.show()

print("best step, median:", f"{np.median(history.best_epoch):.0f}")

# %% [markdown]
# ## Early stopping: stop in time
#
# Early stopping watches the validation loss of each network. Where it has
# not fallen for 30 steps, that network stops, and takes back the weights of
# its best step. Both ensembles are then judged on examples that had no say
# in anything. A dot below the dotted line is a network that did better for
# having been stopped.

# %%
# alt: The loss on new examples of 40 networks, stopped early over trained to
#   the end. All dots lie below the line where both are equal.
stopped = ensemble(nn.EarlyStopping(patience=30))
x, y = drawn(500, seed=3)
full = LOSS(to_the_end.network(x), y)
early = LOSS(stopped.network(x), y)

fig, ax = plt.subplots(figsize=(9.4, 5.2))
ax.plot(full, early, "o", ms=7, color="C0", alpha=0.7)
ax.plot([0, 1.2], [0, 1.2], color="C3", linewidth=1, linestyle=":")
ax.set(xlabel=f"loss on new examples, {STEPS} steps (nats)", ylim=(0, 1.2))
ax.set(ylabel="loss on new examples, stopped early (nats)")
ax.set(xlim=(0, 1.03 * full.max()))
plt.show()

for who, result, losses in (
    (f"{STEPS} steps", to_the_end, full),
    ("stopped early", stopped, early),
):
    share = np.median(nn.accuracy(result.network(x), y, threshold=0))
    middle = np.median(losses)
    print(f"{who:14} median loss {middle:.1f}, median right {share:.0%}")
print(f"a lower loss for {(early < full).sum()} of {SETS}")

# %% [markdown]
# The loss gains far more than the share of right answers. A network that
# memorized noise is not only wrong more often, it is sure of being right,
# and the loss charges for that.
#
# ## Things to try
#
# 1. Fit the scaler to all 400 rows instead of the training part. Does the
#    test score change? Why is it a mistake all the same?
# 2. Make the hidden layer of the first network 2, 3 and 4 units wide. From
#    which width on does the boundary bend enough?
# 3. Give the large network 240 examples instead of 24. How much of the gap
#    between training and validation is left?
# 4. Take away the noise: `NOISE = 0.1`. Does early stopping still help?
# 5. Replace early stopping by a penalty, `penalty=nn.L2(0.01)` in the call
#    of `nn.train`. Which of the two does better?
