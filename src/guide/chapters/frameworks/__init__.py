"""The chapter on frameworks: what they give beside the package."""
