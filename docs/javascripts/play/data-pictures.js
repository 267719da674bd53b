// The data sets as small pictures to choose from, each of a few of its own points.
import { KNOWN, START } from "./choices.js";
import { drawn } from "./elements.js";
import { extentOf } from "./field.js";
import { placeIn } from "./plane.js";
import { Points } from "./points.js";
import { taskOf } from "./task.js";

const EXAMPLES = 50;
const SIZE = 4; // half of a point's width, of the 100 that a picture has
const NOISE = { noisy_xor: 0.12, blobs: 0.35 }; // else none, so that the shapes show
const OWN = [[-1, 0.6, 0], [-0.2, -0.7, 0], [0.9, 0.3, 1]]; // stand for points of the reader's

// Returns for each data set its name, its label and its picture.
export const dataPictures = () =>
  Object.entries(KNOWN.dataset).map(([name, { label }]) => [name, label, pictureOf(name)]);

function pictureOf(dataset) {
  const choices = { ...START, dataset, points: OWN, examples: EXAMPLES, noise: NOISE[dataset] ?? 0, held: 0 };
  const task = taskOf(choices);
  const extent = extentOf({ task, choices });
  const drawing = drawn("svg", { viewBox: "0 0 100 100", "aria-hidden": "true" });
  const points = new Points({ drawing, placeOf: (x, y) => placeIn(extent, x, y) }, SIZE);
  points.show(task);
  points.choose(-1);
  return drawing;
}
