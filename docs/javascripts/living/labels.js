// The names of lines at their ends, moved apart where they would touch (src/guide/figures has the
// same rule in spacing.py).
const GAP = 17; // px from one name to the next

// Moves the name of each line to its end; of one that leaves the panel, to where it does. `lines` are
// points by the names of parts, in the order of the lines. A line that is nowhere in the panel has no
// name there.
export function nameEnds(drawing, panel, lines) {
  const limits = drawing.limits(panel);
  const height = (point) => -drawing.place(panel, point)[1];
  const seen = Object.entries(lines)
    .map(([name, points]) => [name, endInside(points, limits)])
    .filter(([name, end]) => (drawing.show(name, end), end));
  const heights = seen.map(([, end]) => height(end));
  const free = apart(heights, height([limits.x[1], limits.y[1]]) - GAP / 2);
  seen.forEach(([name, end], at) => drawing.move(name, panel, end, heights[at] - free[at]));
}

// The end of a line in its panel: its last point there, or, of one that leaves by the lower or upper
// edge, that edge where the next point is.
export function endInside(points, { x: [left, right], y: [low, high] }) {
  const last = points.findLastIndex(([x, y]) => x >= left && x <= right && y >= low && y <= high);
  const [x, y] = points[last + 1] ?? [];
  if (last >= 0 && (y > high || y < low)) return [x, y > high ? high : low];
  return points[last];
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
  return heights.map((_, at) => Math.min(means[order.indexOf(at)], highest) + order.indexOf(at) * GAP);
}
