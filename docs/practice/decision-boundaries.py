# ---
# jupyter:
#   jupytext:
#     formats: py:percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
#   description: >-
#     A lab: draw what networks decide on five data sets, and recognize ReLU,
#     tanh and sigmoid by their boundaries.
# ---

# %% [markdown]
# # A gallery of decision boundaries
#
# **What you will do.** Train networks on five data sets with three
# activations and several widths, and draw what each of them decides at every
# point of the plane.
#
# **What you will learn.** To recognize an activation by its boundary: ReLU
# cuts with straight pieces, tanh and the sigmoid bend. And how many units a
# shape needs.
#
# **What you need.** The chapters on [activations](../learn/activations.md) and
# [universal approximation](../learn/universal-approximation.md). NumPy,
# Matplotlib and the package `nnbyhand` ([Install](../install.md) tells how).
# Run the cells from top to bottom, then change what you like.

# %%
import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes

import nnbyhand as nn

ACTIVATIONS = (nn.relu, nn.tanh, nn.sigmoid)

# %% [markdown]
# ## Five data sets
#
# Each has 80 examples to learn from, scaled to mean 0 and deviation 1, and
# 400 new ones to be judged by, scaled in the same way. An axis in front
# counts the data sets, so that all five train in one call.

# %%
MADE = {
    "blobs": lambda n, rng: nn.blobs(n, classes=2, noise=0.9, rng=rng),
    "moons": lambda n, rng: nn.moons(n, noise=0.15, rng=rng),
    "circles": lambda n, rng: nn.circles(n, noise=0.1, rng=rng),
    "noisy XOR": lambda n, rng: nn.noisy_xor(n, noise=0.2, rng=rng),
    "spirals": lambda n, rng: nn.spirals(n, turns=0.75, noise=0.05, rng=rng),
}


rng = np.random.default_rng(0)
sets = [make(80, rng) for make in MADE.values()]
new_sets = [make(400, rng) for make in MADE.values()]
scalers = [nn.Standardizer.fit(data.x) for data in sets]


def stacked(sets: list[nn.Data]) -> tuple[np.ndarray, np.ndarray]:
    """Scale all data sets and put them into one array."""
    x = [scale(data.x) for scale, data in zip(scalers, sets, strict=True)]
    y = [np.reshape(data.y, (-1, 1)).astype(float) for data in sets]
    return np.array(x), np.array(y)


x, y = stacked(sets)
new_x, new_y = stacked(new_sets)
print("inputs: data sets, examples, columns =", x.shape)


# %%
STARTS = 5


def trained(hidden: nn.Elementwise, width: int) -> nn.Network:
    """Train a network on each data set, from five starts."""
    rng = np.random.default_rng(0)
    network = nn.MLP(
        (2, width, width, 1), hidden=hidden, networks=(5, STARTS), rng=rng
    )
    return nn.train(
        network,
        np.repeat(x[:, None], STARTS, axis=1),
        np.repeat(y[:, None], STARTS, axis=1),
        loss=nn.binary_cross_entropy_from_logits,
        optimizer=nn.Adam(0.03),
        epochs=400,
        rng=rng,
    ).network


def right(network: nn.Network) -> np.ndarray:
    """Return each data set's share of right answers, median of starts."""
    outputs = network(np.repeat(new_x[:, None], STARTS, axis=1))
    targets = np.repeat(new_y[:, None], STARTS, axis=1)
    return np.median(nn.accuracy(outputs, targets, threshold=0), axis=1)


gallery = {hidden: trained(hidden, width=8) for hidden in ACTIVATIONS}

print("right on new examples:", *(f"{name:>9}" for name in MADE))
for hidden, network in gallery.items():
    shares = (f"{share:9.0%}" for share in right(network))
    print(f"{hidden.name:22}", *shares)

# %% [markdown]
# ## The gallery
#
# Every network has two hidden layers of eight units. Drawn is the first of
# its five starts. Where there are examples, the activations agree. In the
# gaps between them, and outside, each goes its own way. Look also at the
# blobs: one stray example is enough for a bulge.

# %%
# alt: Fifteen maps, five data sets by three activations. The boundaries of
#   ReLU are made of straight pieces, those of tanh and sigmoid are curves.
TICKS = np.linspace(-2.4, 2.4, 45)
PLANE = np.stack(np.meshgrid(TICKS, TICKS), axis=-1).reshape(-1, 2)


def draw(ax: Axes, network: nn.Network, place: int, start: int = 0) -> None:
    """Draw what one network decides, and what it learned from."""
    scores = network(PLANE)[place, start].reshape(len(TICKS), -1)
    ax.contourf(TICKS, TICKS, scores, [0, 1e9], colors=["C0"], alpha=0.15)
    if scores.min() < 0 < scores.max():  # else there is no boundary
        ax.contour(TICKS, TICKS, scores, [0], colors="C3", linewidths=1.5)
    for label, mark, color in ((0, "s", "C2"), (1, "o", "C0")):
        points = x[place][y[place, :, 0] == label]
        ax.plot(*points.T, mark, ms=2.5, color=color)
    ax.set(xlim=(-2.4, 2.4), ylim=(-2.4, 2.4), aspect="equal")
    ax.set(xticks=[], yticks=[])


fig, axes = plt.subplots(5, 3, figsize=(9.4, 14.5), layout="constrained")
for row, name in enumerate(MADE):
    axes[row, 0].set_ylabel(name)
    for ax, (hidden, network) in zip(axes[row], gallery.items(), strict=True):
        draw(ax, network, row)
        if row == 0:
            ax.set_title(hidden.name)
plt.show()

# %% [markdown]
# ## Where straight pieces come from
#
# A network with ReLUs is straight wherever no unit switches on or off. Here
# is one with a single hidden layer. Each dashed line is where one unit's sum
# is 0. Between these lines the boundary runs straight, and it turns only
# where it crosses one.

# %%
# alt: A map of circles with the fold lines of ten ReLUs, dashed. The
#   boundary is a polygon whose corners lie on the dashed lines.
rng = np.random.default_rng(2)
place = list(MADE).index("circles")
folding = nn.train(
    nn.MLP((2, 10, 1), rng=rng),
    x[place],
    y[place],
    loss=nn.binary_cross_entropy_from_logits,
    optimizer=nn.Adam(0.03),
    epochs=400,
    rng=rng,
).network
(W, b), *_ = folding.arrays

fine = np.linspace(-2.4, 2.4, 121)
plane = np.stack(np.meshgrid(fine, fine), axis=-1)
scores = folding(plane.reshape(-1, 2)).reshape(plane.shape[:2])

fig, ax = plt.subplots(figsize=(9.4, 6.2))
ax.contourf(fine, fine, scores, [0, 1e9], colors=["C0"], alpha=0.15)
for unit in range(W.shape[1]):
    corners = [-2.4, 2.4]
    sums = W[0, unit] * fine[::120] + W[1, unit] * fine[::120, None] + b[unit]
    ax.contour(
        corners, corners, sums, [0], colors="C1", linestyles="--", linewidths=1
    )
ax.contour(fine, fine, scores, [0], colors="C3", linewidths=2)
for label, mark, color in ((0, "s", "C2"), (1, "o", "C0")):
    points = x[place][y[place, :, 0] == label]
    ax.plot(*points.T, mark, ms=4, color=color)
ax.set(xlabel="x1 (scaled)", ylabel="x2 (scaled)", aspect="equal")
ax.grid(visible=False)
plt.show()

# %% [markdown]
# ## Widths
#
# The spirals again, with two hidden layers of 2, 4 and 16 units. The share
# is the median over the five starts, on new examples; drawn is the first
# start. A map without a boundary is that of a network whose ReLUs have died:
# it gives one answer everywhere.

# %%
# alt: Nine maps of the spirals, three activations by three widths. With two
#   ReLUs there is no boundary. With four units of any kind it is an S, which
#   more units only bend more finely.
WIDTHS = (2, 4, 16)

place = list(MADE).index("spirals")
networks, shares = {}, {}
for hidden in ACTIVATIONS:
    for width in WIDTHS:
        network = trained(hidden, width)
        networks[hidden, width] = network
        shares[hidden, width] = right(network)[place]

fig, axes = plt.subplots(3, 3, figsize=(9.4, 9.4), layout="constrained")
for row, hidden in zip(axes, ACTIVATIONS, strict=True):
    row[0].set_ylabel(hidden.name)
    for ax, width in zip(row, WIDTHS, strict=True):
        draw(ax, networks[hidden, width], place)
        ax.set_title(f"width {width}: {shares[hidden, width]:.0%}")
plt.show()

# %% [markdown]
# ## Things to try
#
# 1. Draw another start: `draw(ax, network, row, start=3)`. Which maps
#    change most?
# 2. Add `nn.gelu` to the activations. Does its boundary look more like that
#    of ReLU or of tanh?
# 3. Give the folding network three units instead of ten. Which shape can it
#    draw around the inner circle?
# 4. Look further out: let the maps run from -6 to 6. What do the
#    boundaries do where there are no examples?
# 5. Use one hidden layer of 16 units instead of two of 8. Which data sets
#    notice?
