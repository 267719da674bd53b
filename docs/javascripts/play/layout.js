// Where the neurons of a network stand in its drawing: layers in columns from left to right, units
// centered below each other. All lengths are pixels of the page.

const LEAST_COLUMN = 86; // room for the controls of a layer
const WIDEST_COLUMN = 250;
const LEAST_GAP = 50; // between columns: a number stands there
const CAPTION = 24; // below each neuron
const EDGE = 6; // above the first one

// `sizes` counts what each column has; `width` is what the page has room for.
export function layoutOf(sizes, width) {
  const column = Math.min(Math.max(Math.floor(width / sizes.length), LEAST_COLUMN), WIDEST_COLUMN);
  const most = Math.max(...sizes);
  const side = Math.min(most <= 4 ? 52 : most <= 6 ? 46 : 40, column - LEAST_GAP);
  const pitch = side + CAPTION;
  const columns = sizes.map((size, at) =>
    Array.from({ length: size }, (_, unit) => ({
      x: (at + 0.5) * column,
      y: EDGE + side / 2 + ((most - size) / 2 + unit) * pitch,
    })),
  );
  return { sizes, column, side, columns, width: column * sizes.length, height: EDGE + most * pitch };
}

// A neuron of the network, whose inputs are layer -1.
export const placeOf = ({ columns }, { layer, unit }) => columns[layer + 1][unit];

// Where the edges into a layer have their middle, from the left.
export const columnOf = ({ column }, layer) => (layer + 1) * column;

// Both ends of an edge.
export function endsOf(layout, { layer, unit, input }) {
  const from = placeOf(layout, { layer: layer - 1, unit: input });
  const to = placeOf(layout, { layer, unit });
  const half = layout.side / 2;
  return { x1: from.x + half, y1: from.y, x2: to.x - half, y2: to.y };
}

export const pointOn = ({ x1, y1, x2, y2 }, share) => ({
  x: x1 + share * (x2 - x1),
  y: y1 + share * (y2 - y1),
});

export function* edgesOf({ sizes }) {
  for (let layer = 0; layer < sizes.length - 1; layer += 1) {
    for (let input = 0; input < sizes[layer]; input += 1) {
      for (let unit = 0; unit < sizes[layer + 1]; unit += 1) yield { layer, unit, input };
    }
  }
}

// The edge that passes a point most closely, if one does within reach; else null.
export function edgeNear(layout, point, reach) {
  let [nearest, least] = [null, reach];
  for (const edge of edgesOf(layout)) {
    const away = distance(endsOf(layout, edge), point);
    if (away < least) [nearest, least] = [edge, away];
  }
  return nearest;
}

function distance({ x1, y1, x2, y2 }, { x, y }) {
  const [across, down] = [x2 - x1, y2 - y1];
  const share = ((x - x1) * across + (y - y1) * down) / (across ** 2 + down ** 2);
  const within = Math.min(Math.max(share, 0), 1);
  return Math.hypot(x - x1 - within * across, y - y1 - within * down);
}

// The neuron that an arrow key leads to from another one; the same where there is none.
export function neighborOf(layout, { layer, unit }, key) {
  const size = layout.sizes[layer + 1];
  const within = (at) => ({ layer, unit: Math.min(Math.max(at, 0), size - 1) });
  if (key === "ArrowUp") return within(unit - 1);
  if (key === "ArrowDown") return within(unit + 1);
  if (key === "Home") return within(0);
  if (key === "End") return within(size - 1);
  const beside = layer + (key === "ArrowRight" ? 1 : -1);
  if (!layout.columns[beside + 1]) return { layer, unit };
  const { y } = placeOf(layout, { layer, unit });
  const away = layout.columns[beside + 1].map((place) => Math.abs(place.y - y));
  return { layer: beside, unit: away.indexOf(Math.min(...away)) };
}

const NUMBER = 38; // px that a number on an edge takes
const LAST = 0.78; // of an edge: beyond, the edges into one unit come too close

// Where along their edges numbers stand: a share for each unit that the edges lead to; null where
// they would meet. Numbers of one unit stand below each other, those of the next one beside them.
export function numberShares({ column, side }, units) {
  const gap = column - side;
  const [first, last] = [NUMBER / 2 / gap, Math.min(LAST, 1 - NUMBER / 2 / gap)];
  if (units === 1) return [Math.max(first, Math.min(0.36, last))];
  const step = (last - first) / (units - 1);
  return step * gap < NUMBER ? null : Array.from({ length: units }, (_, at) => first + at * step);
}
