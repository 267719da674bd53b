// What the curves show: loss and accuracy by epoch, of a run with all its legs. It keeps so many
// epochs, the others thinned out evenly, however long a run is.
import { measured } from "./measures.js";

const MOST = 400; // points

export class Curves {
  #legs = new WeakMap(); // session: which leg of the run it is, and how many epochs ended before it

  constructor(session, rival) {
    this.points = [];
    this.changes = []; // { epoch, names } where a new leg began
    this.#legs.set(session, { leg: 0, before: 0 });
    this.#add(0, session, rival);
  }

  epochsBefore(session) {
    return this.#legs.get(session)?.before ?? 0;
  }

  // Notes where the session stands, if an epoch has ended since the last time.
  note(session, rival) {
    const epoch = this.#epochOf(session);
    if (epoch > this.points.at(-1).epoch) this.#add(epoch, session, rival);
  }

  // The run goes on as another session.
  goOn(before, session, rival, changes) {
    const epoch = this.#epochOf(before);
    this.changes.push({ epoch, names: Object.keys(changes) });
    this.#legs.set(session, { leg: this.changes.length, before: epoch });
    this.#add(epoch, session, rival);
  }

  // Forgets what came after. The change that ended this leg stands at its last epoch: it is undone, too.
  cutTo(session) {
    const epoch = this.#epochOf(session);
    const { leg } = this.#legs.get(session);
    this.points = this.points.filter((point) => point.epoch <= epoch && point.leg <= leg);
    this.changes.length = leg;
  }

  #epochOf(session) {
    return this.epochsBefore(session) + session.training.epochs;
  }

  #add(epoch, session, rival) {
    const { leg } = this.#legs.get(session);
    this.points.push({ epoch, leg, ...valuesOf(session), rival: rival && valuesOf(rival) });
    if (this.points.length > MOST) {
      this.points = this.points.filter((_, at) => at % 2 === 0 || at === MOST);
    }
  }
}

// In an epoch, the loss is the mean over its batches, as the package has it; before the first one,
// that of the start.
function valuesOf(session) {
  const { latest } = session.training;
  const { loss, accuracy, validation } = measured(session);
  return {
    loss: latest?.loss ?? loss,
    validationLoss: latest?.validationLoss ?? validation?.loss ?? null,
    accuracy,
    validationAccuracy: validation?.accuracy ?? null,
  };
}
