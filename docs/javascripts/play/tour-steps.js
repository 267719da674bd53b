// What a step of a tour does: it sets the network as its address says, and trains it. Some steps go
// on from the weights that the step before has left.
import { fromAddress } from "./address.js";

const SECONDS = 3; // that a step trains, whatever speed the reader has chosen

// The state in which a tour asks its question: that of its first step, before any training.
export function setUp([{ address }], app) {
  app.load(fromAddress(address).choices);
}

export function takeStep(steps, at, app) {
  const { address, goesOn } = steps[at];
  const { choices } = fromAddress(address);
  if (goesOn) {
    finish(steps[at - 1], app);
    app.change(differing(choices, app.session.choices));
  } else {
    app.load(choices);
  }
  app.play({ seconds: SECONDS });
}

// Sees to it that a step has run to its end, whatever the reader has done since.
function finish({ address }, app) {
  const { choices } = fromAddress(address);
  app.pause();
  const isOther = Object.keys(differing(choices, app.session.choices)).length > 0;
  if (isOther || app.session.choices.parameters) app.load(choices);
  const left = choices.stopEpochs - app.session.training.epochs;
  if (left > 0) app.advance({ epochs: left });
}

// The choices that are others than those of now. Weights are none.
function differing(choices, now) {
  const isOther = ([name, value]) => name !== "parameters" && JSON.stringify(value) !== JSON.stringify(now[name]);
  return Object.fromEntries(Object.entries(choices).filter(isOther));
}
