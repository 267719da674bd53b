// The names of lines at their ends, moved apart where they would touch (src/guide/figures has the
// same rule in spacing.py).
const GAP = 17; // px from one name to the next

// Moves the name of each line to its end. The names are those of parts, in the order of the lines.
export function nameEnds(drawing, panel, ends) {
  const names = Object.keys(ends);
  const heights = names.map((name) => -drawing.place(panel, ends[name])[1]);
  const free = apart(heights);
  names.forEach((name, at) => drawing.move(name, panel, ends[name], heights[at] - free[at]));
}

// Returns the heights nearest to the given ones, in the least-squares sense, that are GAP or more
// apart: neighbors that are too close become a block around their mean.
export function apart(heights) {
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
  const moved = [];
  order.forEach((at, rank) => (moved[at] = means[rank] + rank * GAP));
  return moved;
}
