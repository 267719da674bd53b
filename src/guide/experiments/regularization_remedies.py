"""The remedies against overfitting, each on the same networks and the same examples."""

import nnbyhand as nn
from guide.experiments.cache import experiment
from guide.experiments.regularization_moons import RATE, Course, Setting, course

SMALL_BATCH = 6
L2_STRENGTH, L1_STRENGTH, DECAY = 0.03, 0.01, 3.0
MANY = 120


@experiment
def nothing(seeds: int = 100) -> Course:
    """Train 20 + 20 ReLUs for 100 steps of Adam on 30 examples, with no remedy."""
    return course(Setting(), seeds)


@experiment
def more_data(seeds: int = 100) -> Course:
    """Train 20 + 20 ReLUs for 100 steps of Adam on 120 examples."""
    return course(Setting(examples=MANY), seeds)


@experiment
def l2(seeds: int = 100) -> Course:
    """Train 20 + 20 ReLUs for 100 steps of Adam with an L2 penalty of strength 0.03."""
    return course(Setting(train={"penalty": nn.L2(L2_STRENGTH)}), seeds)


@experiment
def strong_l2(seeds: int = 100) -> Course:
    """Train 20 + 20 ReLUs for 100 steps of Adam with an L2 penalty of strength 0.3."""
    return course(Setting(train={"penalty": nn.L2(10 * L2_STRENGTH)}), seeds)


@experiment
def weight_decay(seeds: int = 100) -> Course:
    """Train 20 + 20 ReLUs for 100 steps with AdamW and a decay of 3."""
    return course(Setting(optimizer=nn.AdamW(RATE, weight_decay=DECAY)), seeds)


@experiment
def small_decay(seeds: int = 100) -> Course:
    """Train 20 + 20 ReLUs for 100 steps with AdamW and a decay of 0.03."""
    return course(Setting(optimizer=nn.AdamW(RATE, weight_decay=L2_STRENGTH)), seeds)


@experiment
def l1(seeds: int = 100) -> Course:
    """Train 20 + 20 ReLUs for 100 steps of Adam with an L1 penalty of strength 0.01."""
    return course(Setting(train={"penalty": nn.L1(L1_STRENGTH)}), seeds)


@experiment
def dropout(seeds: int = 100) -> Course:
    """Train 20 + 20 ReLUs for 100 steps of Adam with half of the hidden outputs dropped."""
    return course(Setting(network={"dropout": 0.5}), seeds)


@experiment
def stopping(seeds: int = 100) -> Course:
    """Train 20 + 20 ReLUs for 100 steps of Adam and stop early, with a patience of 10."""
    return course(Setting(train={"early_stopping": nn.EarlyStopping(patience=10)}), seeds)


@experiment
def small_batches(seeds: int = 100) -> Course:
    """Train 20 + 20 ReLUs for 100 steps of Adam on batches of 6 of the 30 examples."""
    return course(Setting(batch_size=SMALL_BATCH), seeds)


@experiment
def batch_norm(seeds: int = 100) -> Course:
    """Train 20 + 20 ReLUs for 100 steps of Adam with batch normalization over all 30 examples."""
    return course(Setting(network={"normalization": "batch"}), seeds)


@experiment
def batch_norm_small(seeds: int = 100) -> Course:
    """Train 20 + 20 ReLUs for 100 steps of Adam with batch normalization over batches of 6."""
    return course(Setting(batch_size=SMALL_BATCH, network={"normalization": "batch"}), seeds)
