# ---
# jupyter:
#   jupytext:
#     formats: py:percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
#   description: >-
#     A lab: plot activations beside their slopes, stack sigmoid layers until
#     the slope vanishes, and try to wake a dead ReLU.
# ---

# %% [markdown]
# # Explore activations
#
# **What you will do.** Plot activations beside their slopes, stack sigmoid
# layers until the slope vanishes, kill a ReLU unit and try to wake
# it, and watch softmax decide.
#
# **What you will learn.** How the shape of an activation decides what
# learning can hear through it.
#
# **What you need.** The chapter on [activations](../learn/activations.md).
# NumPy, Matplotlib and the package `nnbyhand` ([Install](../install.md) tells
# how). Run the cells from top to bottom, then change what you like.

# %%
import matplotlib.pyplot as plt
import numpy as np

import nnbyhand as nn

print(", ".join(activation.name for activation in nn.ACTIVATIONS))

# %% [markdown]
# ## One activation and its slope
#
# The solid line is the output, the dotted line its slope. Put another
# activation in the first line: `nn.gelu`, `nn.elu`, or a leaky ReLU with a
# leak of your own, `nn.LeakyReLU(slope=0.3)`.

# %%
# alt: An activation from z = -5 to 5, solid, with its slope dotted.
activation = nn.tanh

z = np.linspace(-5, 5, 401)
fig, ax = plt.subplots()
ax.plot(z, activation(z), label="output")
ax.plot(z, activation.derivative(z), linestyle=":", label="slope")
ax.set(title=activation.name, xlabel="z", ylabel="output and slope")
ax.legend()
plt.show()

steepest = z[activation.derivative(z).argmax()]
print("steepest at z =", round(float(steepest), 2))

# %% [markdown]
# ## Vanishing slopes through many layers
#
# A chain of units, one per layer, multiplies one slope per layer. All
# weights here are 1 and all biases 0, so that only the activation counts.


# %%
def slope_of_chain(activation: nn.Elementwise, start: float) -> list[float]:
    """Multiply the slopes met on the way through ten units in a row."""
    z, slope, slopes = np.array(start), np.array(1.0), []
    for _ in range(10):
        slope = slope * activation.derivative(z)
        z = activation(z)
        slopes.append(float(slope))
    return slopes


# alt: Slope over the number of layers. Sigmoid falls fastest by far.
chains = {}
for activation in (nn.sigmoid, nn.tanh, nn.relu):
    chains[activation.name] = slope_of_chain(activation, start=0.5)
for name, slopes in chains.items():
    print(f"{name:8} after ten layers: {slopes[-1]:.1e}")

fig, ax = plt.subplots()
for name, slopes in chains.items():
    ax.semilogy(np.arange(1, 11), slopes, marker="o", label=name)
ax.set(xlabel="layers", ylabel="slope of the output at the input")
ax.legend()
plt.show()

# %% [markdown]
# ## Dead ReLU: kill a unit, then try to wake it
#
# One unit, three examples, and 0.5 as the right answer to all of them. The
# first step has learning rate 1, all others the rate that you choose.


# %%
def losses(activation: nn.Elementwise, rate: float) -> list[float]:
    """Take one step at rate 1 and then sixty at your rate."""
    x, right = np.array([0.5, 1.0, 1.5]), 0.5
    w, b, seen = 1.0, 0.5, []
    for step in range(61):
        z = w * x + b
        error = activation(z) - right
        seen.append(float((error**2).mean() / 2))
        delta = activation.backward(z, error)
        size = 1.0 if step == 0 else rate
        w, b = w - size * (delta * x).mean(), b - size * delta.mean()
    awake = int((w * x + b > 0).sum())
    print(f"{activation.name:10} ends positive for {awake} of 3 examples")
    return seen


# alt: Loss over steps. ReLU stays level, the two others come down.
courses = {}
for activation in (nn.relu, nn.LeakyReLU(slope=0.1), nn.elu):
    courses[activation.name] = losses(activation, rate=0.5)

fig, ax = plt.subplots()
for name, course in courses.items():
    ax.plot(course, label=name)
ax.set(xlabel="step", ylabel="loss")
ax.legend()
plt.show()

# %% [markdown]
# ## Softmax decides
#
# Multiply all scores by the same number and softmax becomes bolder. Divide
# them and it becomes shy.

# %%
# alt: Four shares over a factor. The highest score takes all in the end.
scores = np.array([2.0, 1.0, 0.5, 0.0])

boldness = np.linspace(0, 6, 121)
shares = nn.softmax(boldness[:, None] * scores)
fig, ax = plt.subplots()
for score, share in zip(scores, shares.T, strict=True):
    ax.plot(boldness, share, label=f"score {score}")
ax.set(xlabel="factor on all scores", ylabel="share", ylim=(0, 1))
ax.legend()
plt.show()

print("rows sum to 1:", np.allclose(shares.sum(axis=1), 1))

# %% [markdown]
# ## Things to try
#
# 1. Which activation has a slope above 1 somewhere? Check with
#    `activation.derivative(z).max()`.
# 2. Start the chain of ten units at 3 instead of 0.5. Which of the three
#    suffers most, and why does ReLU not care?
# 3. Give the units of the chain a weight of 4. Does the sigmoid's slope
#    still vanish?
# 4. Find the longest first step that the ReLU unit survives.
# 5. Give two classes the same score. What does softmax do at a factor of 6?
