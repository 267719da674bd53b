"""Small drawings as SVG, without any plotting library: curves, points, and maps of decisions."""

from nnbyhand.drawing.drawing import draw_curves, draw_decision_map, draw_points
from nnbyhand.drawing.svg import Drawing

__all__ = ["Drawing", "draw_curves", "draw_decision_map", "draw_points"]
