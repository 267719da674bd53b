"""The normal distribution, checked against the tables of textbooks."""

import numpy as np
import pytest

from nnbyhand.activations.elementwise import normal_density, normal_probability


@pytest.mark.parametrize("dtype", [np.float16, np.float32, np.float64])
def test_values_of_the_tables_in_float64(dtype: type[np.floating]) -> None:
    # 84.13 % lie below one standard deviation, and exp(-1 / 2) / sqrt(2 pi) is 0.2420.
    z = np.array([-1.0, 0.0, 1.0], dtype)
    for values, table in (
        (normal_probability(z), [0.1587, 0.5, 0.8413]),
        (normal_density(z), [0.2420, 0.3989, 0.2420]),
    ):
        assert values.dtype == np.float64
        np.testing.assert_allclose(values, table, atol=5e-5)
