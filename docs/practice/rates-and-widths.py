# ---
# jupyter:
#   jupytext:
#     formats: py:percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
#   description: >-
#     A lab: train networks of six widths at eight learning rates, map what
#     came of it, and see the optimizer move the map.
# ---

# %% [markdown]
# # Learning rates and hidden sizes
#
# **What you will do.** Train networks of six widths at eight learning rates
# with twenty starts each, and lay out what came of it as a map. Then change
# the optimizer and see the map move.
#
# **What you will learn.** How to compare settings fairly: the same data, the
# same starts for each rate, many seeds, and a validation set to choose by.
#
# **What you need.** The chapter on
# [hyperparameters](../learn/hyperparameters.md). NumPy, Matplotlib and the
# package `nnbyhand` ([Install](../install.md) tells how). Run the cells from
# top to bottom, then change what you like.

# %%
import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes

import nnbyhand as nn

LOSS = nn.binary_cross_entropy_from_logits

# %% [markdown]
# ## The task: a ring around a disk
#
# A ring around a disk, with enough noise that they touch. No line can part
# them. There are 60 examples to learn from and 300 to choose by.

# %%
# alt: Sixty examples in the plane, a disk of dots within a ring of squares.
rng = np.random.default_rng(0)
seen = nn.circles(60, noise=0.15, rng=rng)
held_out = nn.circles(300, noise=0.15, rng=rng)
zero, one = seen.x[seen.y[:, 0] == 0], seen.x[seen.y[:, 0] == 1]

fig, ax = plt.subplots(figsize=(9.4, 4.6))
ax.plot(*zero.T, "s", ms=6, color="C2", label="class 0")
ax.plot(*one.T, "o", ms=6.5, color="C0", label="class 1")
ax.set(xlabel="x1", ylabel="x2", aspect="equal")
ax.margins(0.05)
ax.legend(loc="center left", bbox_to_anchor=(1.05, 0.5))
plt.show()

# %% [markdown]
# ## One width, all rates at once
#
# An optimizer takes one rate for each network of an ensemble. The ensemble
# here has two axes, rates and starts, and every rate sees the same twenty
# starts. That is 160 networks in one call. Should one of them diverge, it
# rests and the others go on.

# %%
RATES = np.array([0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0])
STARTS, STEPS = 20, 200


def trained(width: int, optimizer: type[nn.Optimizer]) -> nn.Training:
    """Train networks of one width: for each rate, the same starts."""
    rng = np.random.default_rng(width)
    network = nn.MLP((2, width, 1), networks=STARTS, rng=rng)
    start = network.parameters
    start = np.broadcast_to(start, (len(RATES), *start.shape))
    return nn.train(
        network.with_parameters(start),
        seen.x,
        seen.y,
        loss=LOSS,
        optimizer=optimizer(RATES[:, None, None]),
        epochs=STEPS,
        on_divergence="mark",
        rng=rng,
    )


history = trained(8, nn.SGD).history
print("training losses: steps, rates, starts =", history.loss.shape)

# %% [markdown]
# Four of the eight rates, as medians over the starts, with the middle half
# of them as a band:

# %%
# alt: Training loss over steps at rates 0.01, 0.1, 1 and 10. At 0.01 it
#   hardly moves, at 1 it comes down furthest, at 10 it jumps up and stays.
shown = np.arange(0, STEPS, 4)

fig, axes = plt.subplots(
    1, 4, figsize=(9.4, 3.4), sharey=True, layout="constrained"
)
for ax, at in zip(axes, (1, 3, 5, 7), strict=True):
    losses = np.nan_to_num(history.loss[:, at], nan=np.inf)
    low, middle, high = np.percentile(losses[shown], [25, 50, 75], axis=1)
    ax.plot(shown, middle, color="C0")
    ax.fill_between(shown, low, high, color="C0", alpha=0.25, linewidth=0)
    ax.set(title=f"rate {RATES[at]:g}", xlabel="step", ylim=(0, 1.5))
axes[0].set_ylabel("training loss (nats)")
plt.show()

# %% [markdown]
# At rate 10 the first step throws the weights so far that nearly all ReLUs
# [die](../learn/activations.md#relu-and-how-its-units-die). Only the last bias
# still moves, back and forth.
#
# ## Every width
#
# A cell is the median validation loss of twenty networks after 200 steps,
# the deeper in color the lower. The frame marks the best rate of each width.

# %%
# alt: A map of losses, widths over rates, for plain gradient descent. The
#   best cells of all widths lie at rates of 1 and 3. At 10 all cells are bad.
WIDTHS = (1, 2, 4, 8, 16, 32)


def final(training: nn.Training) -> np.ndarray:
    """Return the validation loss of each network after training."""
    losses = LOSS(training.network(held_out.x), held_out.y)
    return np.where(training.stopped == "epochs", losses, np.inf)


def draw_map(ax: Axes, losses: np.ndarray) -> None:
    """Write the losses into cells, deep in color where they are low."""
    for (row, column), loss in np.ndenumerate(losses):
        depth = np.clip(1 - loss / 0.75, 0, 1)
        ax.bar(column, 1, 1, row - 0.5, color="C0", alpha=0.03 + 0.47 * depth)
        words = f"{loss:.2f}" if loss < 10 else ">10"
        ax.text(column, row, words, ha="center", va="center")
    best = losses.argmin(axis=1)
    for row, column in enumerate(best):
        ax.bar(column, 1, 1, row - 0.5, fill=False, edgecolor="C3", lw=2)
    ax.set_xticks(range(len(RATES)), [f"{rate:g}" for rate in RATES])
    ax.set_yticks(range(len(WIDTHS)), [str(width) for width in WIDTHS])
    ax.set(xlabel="learning rate", ylabel="hidden units")
    ax.set(xlim=(-0.55, 7.55), ylim=(5.55, -0.55))
    ax.grid(visible=False)


sgd = np.array([final(trained(width, nn.SGD)) for width in WIDTHS])

fig, ax = plt.subplots()
draw_map(ax, np.median(sgd, axis=2))
ax.set_title("Plain gradient descent")
plt.show()

# %% [markdown]
# Read along a row: too small a rate is not there yet, too large a rate never
# settles. Read down a column: one or two units cannot close a ring, however
# long they train.
#
# ## The same with Adam
#
# Adam divides the gradient by its usual size. A step of a weight is then
# about as long as the rate says, and the best rates move.

# %%
# alt: The map of losses for Adam. The best cells lie at rates of 0.03, and of
#   0.01 for 32 units.
adam = np.array([final(trained(width, nn.Adam)) for width in WIDTHS])

fig, ax = plt.subplots()
draw_map(ax, np.median(adam, axis=2))
ax.set_title("Adam")
plt.show()

# %% [markdown]
# ## What a median hides
#
# Here are all twenty networks of each width at its best rate, Adam's and
# that of plain gradient descent. If the dots of two settings overlap this
# much, a single run tells you little about which is better.

# %%
# alt: Validation losses of single networks, a column of dots for each width.
#   Narrow networks scatter widely, wide ones lie close together.
grids, best = {"plain gradient descent": sgd, "Adam": adam}, {}
for name, grid in grids.items():
    best[name] = np.median(grid, axis=2).argmin(axis=1)
    rates = ", ".join(f"{RATES[column]:g}" for column in best[name])
    print(f"best rates, {name}: {rates}")

fig, ax = plt.subplots()
for name, color, mark, side in (
    ("plain gradient descent", "C0", "o", -0.15),
    ("Adam", "C2", "s", 0.15),
):
    for place, column in enumerate(best[name]):
        dots = grids[name][place, column]
        where = np.full(STARTS, place + side)
        label = name if place == 0 else None
        ax.plot(where, dots, mark, ms=5, color=color, alpha=0.6, label=label)
ax.set_xticks(range(len(WIDTHS)), [str(width) for width in WIDTHS])
ax.set(xlabel="hidden units", ylabel="validation loss (nats)")
ax.set(xlim=(-0.5, 5.5), ylim=(0, None))
ax.legend(loc="lower left")
plt.show()

# %% [markdown]
# ## Things to try
#
# 1. Train for 1,000 steps instead of 200. Which cells gain most, and does
#    the best rate of each width stay where it was?
# 2. Use `nn.Momentum` in the place of `nn.Adam`. By how much do the best
#    rates shrink, and why by about ten?
# 3. Give `trained` the argument `hidden=nn.tanh` for `nn.MLP`. How many
#    units does a ring need now?
# 4. Take two starts instead of twenty, then two others (another seed). Does
#    the map name the same best cells?
# 5. Lower the noise to 0.05. Which hyperparameter matters less?
