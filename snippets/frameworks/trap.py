"""A model file that runs code when it is opened."""

# --8<-- [start:trap]
import pickle
import tempfile

import joblib
import torch


class Trap:
    def __reduce__(self) -> tuple:
        return print, ("This ran while the file was opened.",)


with tempfile.TemporaryDirectory() as folder:
    joblib.dump(Trap(), f"{folder}/model.joblib")
    joblib.load(f"{folder}/model.joblib")
    torch.save(Trap(), f"{folder}/model.pt")
    try:
        torch.load(f"{folder}/model.pt", weights_only=True)
    except pickle.UnpicklingError:
        print("PyTorch refused.")
#> This ran while the file was opened.
#> PyTorch refused.
# --8<-- [end:trap]
