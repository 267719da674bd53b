"""Figures of Matplotlib as SVG that stands in a page and follows its colors."""
