// Whose pass through the network is shown: that of the stepper while it lasts, else that of the
// chosen example.
import { passOf } from "./pass.js";

// What the stepper shows, as long as nothing else has moved training, the example or the network.
export function steppingOf({ stepping, session, example }) {
  const isLive =
    stepping?.session === session && stepping.steps === session.training.steps && stepping.pass.row === example;
  return isLive ? stepping : null;
}

// null where there is no example.
export function passFor(app) {
  const { session, example } = app;
  const { count } = session.task.train;
  return steppingOf(app)?.pass ?? (count > 0 ? passOf(session, Math.min(example, count - 1)) : null);
}
