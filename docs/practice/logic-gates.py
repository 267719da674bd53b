# ---
# jupyter:
#   jupytext:
#     formats: py:percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
#   description: >-
#     A lab: set and train a neuron for AND, OR and NAND, watch it fail at XOR,
#     and solve XOR with two hidden units.
# ---

# %% [markdown]
# # Logic gates
#
# **What you will do.** Set a neuron by hand for AND, OR and NAND. Let
# Rosenblatt's rule and gradient descent find the same weights. Watch both
# fail at XOR, then solve it with two hidden units.
#
# **What you will learn.** What one line through the plane can tell apart,
# what a second layer adds, and how often it learns that from a random start.
#
# **What you need.** The chapters on the [neuron](../learn/neuron.md) and the
# [perceptron](../learn/perceptron.md); for the last two parts also
# [backpropagation](../learn/backpropagation.md). NumPy, Matplotlib and the
# package `nnbyhand` ([Install](../install.md) tells how). Run the cells from
# top to bottom, then change what you like.

# %%
import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes

import nnbyhand as nn

GATES = {"AND": nn.AND, "OR": nn.OR, "NAND": nn.NAND, "XOR": nn.XOR}

print("x1 x2 ", *(f"{name:>4}" for name in GATES))
for row, (x1, x2) in enumerate(nn.XOR.x):
    answers = (f"{gate.y[row, 0]:4.0f}" for gate in GATES.values())
    print(f"{x1:2.0f} {x2:2.0f} ", *answers)

# %% [markdown]
# ## One neuron, set by hand
#
# A neuron answers 1 where $w_1 x_1 + w_2 x_2 + b \ge 0$. Change the three
# numbers of a gate and run the cell again: how far can you go before an
# answer flips? Dots should be 1, rings should be 0, and the tinted side of
# the line is where the neuron says 1.

# %%
# alt: Three squares with four corners each. For AND the line cuts off the
#   corner (1, 1), for OR and for NAND one corner of the other kind.
by_hand = {
    "AND": nn.Perceptron(weights=[1.0, 1.0], bias=-1.5),
    "OR": nn.Perceptron(weights=[1.0, 1.0], bias=-0.5),
    "NAND": nn.Perceptron(weights=[-1.0, -1.0], bias=1.5),
}
ticks = np.linspace(-0.4, 1.4, 37)
plane = np.stack(np.meshgrid(ticks, ticks), axis=-1)


def draw_yes(ax: Axes, scores: np.ndarray) -> None:
    """Tint where the score is above 0 and draw the line where it is 0."""
    ax.contourf(ticks, ticks, scores, [0, 1e9], colors=["C0"], alpha=0.15)
    ax.contour(ticks, ticks, scores, [0], colors="C3")


def draw_corners(ax: Axes, x: np.ndarray, y: np.ndarray) -> None:
    """Draw a dot where the answer should be 1, a ring where it is 0."""
    for corner, answer in zip(x, y[:, 0], strict=True):
        color, fill = ("C0", "C0") if answer == 1 else ("C2", "none")
        ax.scatter(
            *corner, 144, facecolors=fill, edgecolors=color, lw=2, zorder=3
        )


fig, axes = plt.subplots(1, 3, figsize=(9.4, 3.6), layout="constrained")
for ax, (name, neuron) in zip(axes, by_hand.items(), strict=True):
    draw_yes(ax, plane @ neuron.weights + neuron.bias)
    draw_corners(ax, GATES[name].x, GATES[name].y)
    ax.set(title=name, xlabel="x1", ylabel="x2", aspect="equal")
    ax.set(xticks=[0, 1], yticks=[0, 1])
    ax.grid(visible=False)
plt.show()

for name, neuron in by_hand.items():
    right = (neuron(GATES[name].x) == GATES[name].y[:, 0]).sum()
    print(f"{name:4} {right} of 4 right")

# %% [markdown]
# ## Let it learn: Rosenblatt's rule
#
# The rule changes the weights after a mistake, and after nothing else. A
# pass through all four rows without a mistake ends it.

# %%
# alt: Bars of the mistakes in each pass, a panel for each gate. AND, OR and
#   NAND come down to none in four to six passes, XOR keeps making four.
mistakes = {}
for name, gate in GATES.items():
    learned = nn.learn_perceptron(gate.x, gate.y, epochs=12)
    passes = [update.epoch for update in learned.updates]
    mistakes[name] = np.bincount(passes, minlength=13)[1:]
    print(f"{name:4} {learned}")

fig, axes = plt.subplots(
    1, 4, figsize=(9.4, 3.2), sharey=True, layout="constrained"
)
for ax, (name, counts) in zip(axes, mistakes.items(), strict=True):
    ax.bar(np.arange(1, 13), counts, color="C2", width=0.7)
    ax.set(title=name, xlabel="pass", xticks=[1, 6, 12], yticks=range(5))
axes[0].set_ylabel("mistakes in four rows")
plt.show()

# %% [markdown]
# ## A sigmoid unit, by gradient descent
#
# A sigmoid answers with a probability, so that its loss has a slope to
# follow. The four units here are one ensemble: four networks that train in
# one call, each with its own targets.

# %%
# alt: Loss over steps for four gates. Three fall towards 0, those of AND and
#   NAND on one curve. That of XOR falls to log 2 and stays there.
rng = np.random.default_rng(0)
targets = np.stack([gate.y for gate in GATES.values()])
units = nn.train(
    nn.MLP((2, 1), networks=4, rng=rng),
    nn.XOR.x,
    targets,
    loss=nn.binary_cross_entropy_from_logits,
    optimizer=nn.SGD(1.0),
    epochs=300,
    rng=rng,
)
fig, ax = plt.subplots()
for name, losses, dashes in zip(
    GATES, units.history.loss.T, ("-", "-", ":", "--"), strict=True
):
    width = 3 if name == "NAND" else 2
    ax.plot(losses, label=name, linestyle=dashes, linewidth=width)
ax.text(200, np.log(2) - 0.02, "log 2", va="top")
ax.set(xlabel="step", ylabel="binary cross-entropy (nats)", ylim=(0, None))
ax.legend(ncols=2, loc="upper right")
plt.show()

answers = nn.sigmoid(units.network(nn.XOR.x))[..., 0]
for name, four in zip(GATES, answers, strict=True):
    print(f"{name:4}", *(f"{answer:.2f}" for answer in four))

# %% [markdown]
# XOR ends at one half for every row, which costs $\log 2$ each. One unit can
# do no better: it knows only one line.
#
# ## Two layers by hand
#
# "Exactly one" is "at least one, but not both": OR and NAND, joined by AND.
# All three are set already.


# %%
def xor_by_hand(x: np.ndarray) -> np.ndarray:
    """Ask OR and NAND first, then ask AND about their two answers."""
    hidden = np.stack([by_hand["OR"](x), by_hand["NAND"](x)], axis=-1)
    return by_hand["AND"](hidden)


print("XOR by hand:", xor_by_hand(nn.XOR.x))

# %% [markdown]
# ## XOR from a hundred random starts
#
# Can two hidden units learn this by themselves? A hundred networks with two
# hidden sigmoids each start from weights of their own.

# %%
# alt: Loss over steps of a hundred networks. Most fall towards 0 after a
#   while, others stay on a ledge well above it.
STARTS, STEPS = 100, 2000

rng = np.random.default_rng(1)
trained = nn.train(
    nn.MLP((2, 2, 1), hidden=nn.sigmoid, networks=STARTS, rng=rng),
    nn.XOR.x,
    nn.XOR.y,
    loss=nn.binary_cross_entropy_from_logits,
    optimizer=nn.SGD(2.0),
    epochs=STEPS,
    rng=rng,
)
accuracy = nn.accuracy(trained.network(nn.XOR.x), nn.XOR.y, threshold=0)
solved = accuracy == 1

shown = np.arange(0, STEPS, 50)
losses = trained.history.loss[shown]
fig, ax = plt.subplots()
ax.plot(shown, losses[:, solved], color="C0", linewidth=1, alpha=0.5)
ax.plot(shown, losses[:, ~solved], color="C2", linewidth=1.5, linestyle="--")
ax.plot([], color="C0", label="ends with four right answers")
ax.plot([], color="C2", linestyle="--", label="does not")
ax.set(xlabel="step", ylabel="binary cross-entropy (nats)", ylim=(0, None))
ax.legend(loc="upper right")
plt.show()

print(f"{solved.sum()} of {STARTS} starts learn XOR")

# %% [markdown]
# ## Look at the hidden units
#
# Here is one network that made it. In the first panel each hidden unit draws
# its own line through the plane, where its sum is 0. In the second the four
# corners stand where the hidden units put them. Both dots fall almost on one
# point, and one line is enough.

# %%
# alt: Two squares. In the first two lines cut the plane of the inputs. In the
#   second the four corners in the plane of the hidden outputs, where the two
#   dots lie on one another and a line parts them from the two rings.
one = trained.network.parameters[np.flatnonzero(solved)[0]]
single = nn.MLP((2, 2, 1), hidden=nn.sigmoid, rng=rng).with_parameters(one)
(W1, b1), _, (W2, b2) = single.arrays
hidden = nn.sigmoid(nn.XOR.x @ W1 + b1)
scores = single(plane.reshape(-1, 2)).reshape(plane.shape[:2])
sums = plane @ W1 + b1

fig, (left, right) = plt.subplots(
    1, 2, figsize=(9.4, 4.8), layout="constrained"
)
left.contourf(ticks, ticks, scores, [0, 1e9], colors=["C0"], alpha=0.15)
for unit, dashes in enumerate(("--", ":")):
    left.contour(
        ticks, ticks, sums[..., unit], [0], colors="C1", linestyles=dashes
    )
draw_corners(left, nn.XOR.x, nn.XOR.y)
left.set(title="Inputs", xlabel="x1", ylabel="x2", aspect="equal")

draw_yes(right, (plane @ W2 + b2)[..., 0])
draw_corners(right, hidden, nn.XOR.y)
right.set(title="Hidden outputs", xlabel="first unit", ylabel="second unit")
right.set(aspect="equal")
for ax in (left, right):
    ax.set(xticks=[0, 1], yticks=[0, 1])
    ax.grid(visible=False)
plt.show()

for (x1, x2), pair in zip(nn.XOR.x, hidden, strict=True):
    print(f"({x1:.0f}, {x2:.0f}) becomes ({pair[0]:.2f}, {pair[1]:.2f})")

# %% [markdown]
# ## Things to try
#
# 1. Set a neuron by hand for "x1, but not x2". Which sign does each weight
#    need?
# 2. Give `nn.learn_perceptron` ten times the rate, `rate=10.0`. What changes
#    in the counts of mistakes, and why?
# 3. Train the hundred starts with `nn.Adam(0.1)` in the place of
#    `nn.SGD(2.0)`. Do more of them learn XOR?
# 4. Give them three hidden units, then eight. How many starts fail?
# 5. Draw a network that did not make it: put `~solved` in the place of
#    `solved` where `one` is chosen. Which two corners fell on one another?
