"""Values and derivatives against references that share no formula with the package."""

from collections.abc import Callable

import mpmath as mp
import numpy as np
import pytest

import nnbyhand as nn

REFERENCES: dict[nn.Elementwise, Callable[[mp.mpf], mp.mpf]] = {
    nn.linear: lambda z: z,
    nn.sigmoid: lambda z: 1 / (1 + mp.exp(-z)),
    nn.tanh: mp.tanh,
    nn.relu: lambda z: max(z, mp.mpf(0)),
    nn.leaky_relu: lambda z: z if z > 0 else mp.mpf("0.01") * z,
    nn.LeakyReLU(slope=0.25): lambda z: z if z > 0 else z / 4,
    nn.elu: lambda z: z if z > 0 else mp.exp(z) - 1,
    nn.ELU(alpha=0.5): lambda z: z if z > 0 else (mp.exp(z) - 1) / 2,
    nn.gelu: lambda z: z * mp.ncdf(z),
    nn.silu: lambda z: z / (1 + mp.exp(-z)),
}
POINTS = [-37.0, -12.5, -6.0, -2.25, -1.0, -0.3, -1e-3, 1e-3, 0.3, 1.0, 2.25, 6.0, 12.5, 37.0]
by_activation = pytest.mark.parametrize("act", REFERENCES, ids=repr)


def test_every_elementwise_activation_has_a_reference() -> None:
    assert set(REFERENCES) >= {act for act in nn.ACTIVATIONS if isinstance(act, nn.Elementwise)}


@by_activation
@pytest.mark.parametrize(("dtype", "tolerance"), [(np.float32, 1e-6), (np.float64, 1e-12)])
def test_fifty_digits_agree(
    act: nn.Elementwise, dtype: type[np.floating], tolerance: float
) -> None:
    z = np.array(POINTS, dtype)
    with mp.workdps(50):
        exact = [mp.mpf(float(number)) for number in z]
        values = np.array([REFERENCES[act](number) for number in exact], np.float64)
        slopes = np.array([mp.diff(REFERENCES[act], number) for number in exact], np.float64)
    least = float(np.finfo(dtype).smallest_normal)  # below it, floats lose digits one by one
    np.testing.assert_allclose(act(z), values, rtol=tolerance, atol=least)
    np.testing.assert_allclose(act.derivative(z), slopes, rtol=tolerance, atol=least)


@pytest.mark.parametrize("act", nn.ACTIVATIONS, ids=lambda act: act.slug)
def test_differences_agree_with_backward(act: nn.Activation) -> None:
    rng = np.random.default_rng(3)
    z, upstream = rng.uniform(-4, 4, (2, 3, 4)), rng.standard_normal((2, 3, 4))
    assert np.abs(z).min() > 1e-3, "ReLU and its kin have a kink at 0"
    report = nn.gradient_check(
        lambda z: np.sum(upstream * act(z)), z, gradient=act.backward(z, upstream)
    )
    assert report.relative_error < 1e-6, report
