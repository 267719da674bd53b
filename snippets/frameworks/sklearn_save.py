"""Saving and loading in scikit-learn: a pickle, for files of one's own."""

# --8<-- [start:save]
import tempfile

import joblib
import numpy as np
from sklearn.neural_network import MLPClassifier

model = MLPClassifier((16,), random_state=0)
model.partial_fit(np.eye(4), [0, 1, 2, 2], classes=[0, 1, 2])
x = np.ones((1, 4))
with tempfile.TemporaryDirectory() as folder:
    joblib.dump(model, f"{folder}/model.joblib")
    same = joblib.load(f"{folder}/model.joblib")  # runs what is in it
print(np.array_equal(model.predict_proba(x), same.predict_proba(x)))
#> True
# --8<-- [end:save]
