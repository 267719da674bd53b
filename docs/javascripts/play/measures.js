// What is told of a session beside its curves: losses, accuracies, confusion matrices, how long the
// gradient of each layer is, and which units have fallen silent.
import { ACTIVATIONS } from "../net/activations.js";
import { accuracy, confusionMatrix, gradientNorms } from "../net/metrics.js";
import { Recent } from "./recent.js";

// What a hidden unit is called that is in the flat of its activation at every example, so that
// next to nothing reaches its weights.
const SILENT = {
  relu: "dead",
  gelu: "dead",
  silu: "dead",
  sigmoid: "saturated",
  tanh: "saturated",
  elu: "saturated",
};
const FLAT = 0.05; // of the steepest slope
const STEEPEST = { sigmoid: 0.25 }; // of the others it is 1, or near it

const known = new Recent(3); // of a session: after which step it was looked at, what was found, and room

// All of it, for the network as it is now, in use: nothing is dropped out. A loss that is no finite
// number is null, and so is what has no meaning: accuracy and confusion of heights, or beside such a
// loss. It is measured once after each step, however often it is asked for.
export function measured(session) {
  const { steps } = session.training;
  const last = known.of(session, () => ({ room: roomFor(session) }));
  if (last.steps !== steps) Object.assign(last, { steps, found: measuredNow(session, last.room) });
  return last.found;
}

function roomFor({ network, task }) {
  return { ...network.room(task.train.count), gradient: new Float64Array(network.parameterCount) };
}

function measuredNow(session, room) {
  const { network, training, task } = session;
  const { parameters, validation } = training;
  const { train } = task;
  const judged = judgedPart(session, train, room);
  network.backward(parameters, train.x, train.count, room, room.gradient);
  const norms = gradientNorms(network, room.gradient);
  return {
    ...judged,
    validation: validation && judgedPart(session, task.validation, training.validationRoom),
    gradientNorms: norms.map((norm) => (Number.isFinite(norm) ? norm : null)),
    units: network.layers
      .slice(0, -1)
      .map((layer, at) => silentUnits(layer, train.count, room.z[at], room.a[at])),
  };
}

function judgedPart({ network, training, task, threshold }, part, room) {
  const loss = training.lossOf(part, room);
  if (!Number.isFinite(loss)) return { loss: null, accuracy: null, confusion: null };
  const { classes } = task;
  const confusion =
    classes > 0
      ? confusionMatrix(room.a.at(-1), network.outputs, part.labels, classes, threshold)
      : null;
  return { loss, accuracy: confusion && accuracy(confusion), confusion };
}

function silentUnits({ units, activation }, count, z, a) {
  const { slope } = ACTIVATIONS[activation];
  const bound = FLAT * (STEEPEST[activation] ?? 1);
  return Array.from({ length: units }, (_, unit) => {
    const examples = Array.from({ length: count }, (_, example) => example * units + unit);
    const isSilent = count > 0 && examples.every((at) => Math.abs(slope(z[at], a[at])) < bound);
    return (isSilent && SILENT[activation]) || null;
  });
}
