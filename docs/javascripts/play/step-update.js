// What the stepper says of an update: how the optimizer turned the gradient of the batch into new
// weights, and what became of the loss.
import { OPTIMIZERS } from "../net/optimizers.js";
import { PENALTIES } from "./choices.js";
import { lowered, neuronName, numberText, signedText, unitLabel } from "./naming.js";
import { parameterAt } from "./pass.js";

export function updateReport(session, batch, updated, selected) {
  const { choices, network } = session;
  const place = selected && selected.layer >= 0 ? selected : { layer: network.layers.length - 1, unit: 0 };
  return {
    title: "Update",
    lines: [
      ruleText(choices, batch.size),
      `The loss of this batch goes from ${numberText(updated.loss)} to ${numberText(updated.lossAfter)}.`,
      `The weights of ${lowered(neuronName(session, place.layer, place.unit))}:`,
    ],
    table: { head: ["from", "before", "gradient", "step", "after"], rows: rowsOf(session, updated, place) },
  };
}

function ruleText({ optimizer, rate, penalty, strength }, size) {
  const { label } = OPTIMIZERS[optimizer];
  const mean = size === 1 ? "the gradient of the example" : `the mean gradient of the ${size} examples`;
  const added = penalty !== "none" && strength > 0 ? `, with what ${PENALTIES[penalty].label} adds,` : "";
  const isPlain = optimizer === "sgd";
  return isPlain
    ? `${label} takes ${mean}${added} and moves every weight against it: new w = w − ${rate} · gradient.`
    : `${label} takes ${mean}${added} and what it remembers of earlier ones, and moves every weight at a rate of ${rate}.`;
}

function rowsOf(session, { before, after, gradient }, { layer, unit }) {
  const { inputs } = session.network.layers[layer];
  const row = (name, at) => [name, before[at], gradient[at], after[at] - before[at], after[at]];
  const weights = Array.from({ length: inputs }, (_, input) =>
    row(unitLabel(session, layer - 1, input), parameterAt(session, { layer, unit, input })),
  );
  return [...weights, row("bias", parameterAt(session, { layer, unit }))].map(
    ([name, was, slope, step, is]) => [
      name,
      numberText(was),
      signedText(slope),
      signedText(step),
      numberText(is),
    ],
  );
}
