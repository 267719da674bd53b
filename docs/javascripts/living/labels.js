// The names of lines at their ends, moved apart where they would touch (src/guide/figures has the
// same rule in spacing.py).
const GAP = 17; // px from one name to the next

// Moves the name of each line to its end; of one that leaves the panel, to where it does. `lines` are
// points by the names of parts, in the order of the lines. A line that is nowhere in the panel has no
// name there.
export function nameEnds(drawing, panel, lines) {
  const limits = drawing.limits(panel);
  const ends = Object.entries(lines).map(([name, points]) => [name, endInside(points, limits)]);
  for (const [name, end] of ends) drawing.show(name, end !== null);
  const seen = ends.filter(([, end]) => end !== null);
  const height = (point) => -drawing.place(panel, point)[1];
  const heights = seen.map(([, end]) => height(end));
  const free = apart(heights, height([limits.x[1], limits.y[1]]) - GAP / 2);
  seen.forEach(([name, end], at) => drawing.move(name, panel, end, heights[at] - free[at]));
}

// The end of a line in its panel: its last point, or where it crosses the lower or upper edge.
export function endInside(points, { x: wide, y: tall, isLogX }) {
  const isWithin = (value, [low, high]) => low <= value && value <= high;
  const last = points.findLastIndex(([x, y]) => isWithin(x, wide) && isWithin(y, tall));
  if (last < 0) return null;
  const [[fromX, fromY], [toX, toY]] = [points[last], points[last + 1] ?? points[last]];
  if (isWithin(toY, tall) || !Number.isFinite(toY)) return points[last];
  const edge = Math.min(Math.max(toY, tall[0]), tall[1]);
  const share = (edge - fromY) / (toY - fromY);
  return [isLogX ? fromX * (toX / fromX) ** share : fromX + (toX - fromX) * share, edge];
}

// Returns the heights nearest to the given ones, in the least-squares sense, that are GAP or more
// apart and below `top`: neighbors that are too close become a block around their mean.
export function apart(heights, top = Infinity) {
  const order = heights.map((_, at) => at).sort((one, other) => heights[one] - heights[other]);
  const blocks = [];
  order.forEach((at, rank) => {
    let block = { mean: heights[at] - rank * GAP, size: 1 };
    while (blocks.length && blocks.at(-1).mean > block.mean) {
      const before = blocks.pop();
      const size = before.size + block.size;
      block = { mean: (before.mean * before.size + block.mean * block.size) / size, size };
    }
    blocks.push(block);
  });
  const means = blocks.flatMap(({ mean, size }) => Array(size).fill(mean));
  const highest = top - GAP * (heights.length - 1);
  const moved = [];
  order.forEach((at, rank) => (moved[at] = Math.min(means[rank], highest) + rank * GAP));
  return moved;
}
