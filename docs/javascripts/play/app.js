// The network at work and what can be done to it. Panels show what they find here, and change it by
// nothing but these methods.
import { Clock, FASTEST } from "./clock.js";
import { measured } from "./measures.js";
import { Curves } from "./record.js";
import { Session } from "./session.js";
import { settled } from "./settled.js";
import { Timeline } from "./timeline.js";

const SEEDS = 10_000; // to draw a new start from
const CALM_EVERY = 1000; // ms between two pictures for readers who want no motion
const calm = window.matchMedia("(prefers-reduced-motion: reduce)");

export class App {
  #shownAt = 0;
  #runs = new WeakMap(); // of each session: its curves, and what was given
  #lastLoss = Infinity;
  #measured = {};

  // `announce` is told what those who listen should hear.
  constructor(choices, announce) {
    this.say = announce;
    this.panels = [];
    this.isDrawing = false;
    this.clock = new Clock((due, until) => this.#train(due, until));
    this.load(choices);
  }

  get isPlaying() {
    return this.clock.isRunning;
  }

  // Ended epochs, over all legs.
  get epochs() {
    return this.record.epochsBefore(this.session) + this.session.training.epochs;
  }

  // Begins with other choices, which hold together.
  load(choices) {
    this.clock.stop();
    this.timeline = new Timeline();
    this.given = choices.parameters; // where a reset goes back to; null for what the seed draws
    this.raced = null;
    this.raceEnd = ""; // why the last race ended by itself
    this.selected = null; // { layer, unit } or { layer, unit, input }
    this.isDrawing = false;
    this.#begin(choices);
    this.show();
  }

  // Takes up other choices. Training goes on from the weights of now, or, `fresh`, begins anew, as
  // it must where the weights of now do not fit. Before the first step, drawn weights are no choice.
  change(changes, { fresh = false } = {}) {
    const { choices: now, training } = this.session;
    this.timeline.keep(this.session);
    const parameters = fresh ? null : training.steps === 0 ? now.parameters : [...training.parameters];
    this.#endRaceOver(changes);
    const { choices, notes } = settled({ ...now, parameters, ...changes });
    if (fresh) this.given = choices.parameters;
    if (fresh || choices.parameters === null) this.#begin(choices);
    else this.#goOn(choices, changes);
    this.#unselectGone();
    for (const note of notes) this.say(note);
    this.show();
  }

  setParameter(index, value) {
    const parameters = [...this.session.training.parameters];
    parameters[index] = value;
    this.change({ parameters });
  }

  // The same start once more.
  reset() {
    this.clock.stop();
    this.change({ parameters: this.given }, { fresh: true });
  }

  newStart() {
    this.change({ seed: 1 + Math.floor(Math.random() * SEEDS) }, { fresh: true });
  }

  // What is so of the network as it is now: losses, shares of right answers, and more.
  get measures() {
    const { session } = this;
    const { steps } = session.training;
    if (this.#measured.session !== session || this.#measured.steps !== steps) {
      this.#measured = { session, steps, ...measured(session) };
    }
    return this.#measured;
  }

  // Sets a second network beside this one that differs in some choices, both at their start. null
  // ends the race.
  race(differing) {
    this.raced = differing;
    this.raceEnd = "";
    this.reset();
  }

  select(selected) {
    this.selected = selected;
    this.show();
  }

  chooseExample(example) {
    this.example = example;
    this.show();
  }

  // Points are put by hand: on the board as it is, if it holds such points already, else on an empty one.
  draw(isDrawing) {
    this.isDrawing = isDrawing;
    const isNew = isDrawing && this.session.choices.dataset !== "points";
    if (isNew) this.change({ dataset: "points", points: [], held: 0 }, { fresh: true });
    else this.show();
  }

  setSpeed(speed) {
    this.clock.speed = speed;
    this.show();
  }

  // A race is over once the two would differ in something else than the choice that it is about.
  #endRaceOver(changes) {
    const isRaced = (name) => name !== "parameters" && name in this.raced;
    if (this.raced && Object.keys(changes).some(isRaced)) this.#endRace("that was the choice in which the two differ");
  }

  #endRace(why) {
    this.raced = null;
    this.raceEnd = `The race is over: ${why}.`;
    this.say(this.raceEnd);
  }

  // Plays at the reader's speed; or, for a lesson, so that the epochs up to its goal take so long.
  play({ seconds = 0 } = {}) {
    const { stopEpochs } = this.session.choices;
    const pace = seconds > 0 && stopEpochs > 0 && !calm.matches ? { unit: "epochs", perSecond: stopEpochs / seconds } : null;
    if (this.trouble) this.say(this.trouble);
    else this.clock.start(seconds > 0 && calm.matches ? FASTEST : pace);
    this.show();
  }

  pause() {
    this.clock.stop();
    this.show();
  }

  // Trains by so many batches or epochs, at once.
  advance(due) {
    this.#train(due);
    this.show();
  }

  back() {
    this.clock.stop();
    const session = this.rival ? null : this.timeline.back();
    if (session) {
      this.session = session;
      Object.assign(this, this.#runs.get(session));
      this.record.cutTo(session);
      this.isDrawing &&= session.choices.dataset === "points";
      this.example = Math.max(Math.min(this.example, session.task.train.count - 1), 0);
      this.#unselectGone();
      this.#look();
    } else {
      this.say(this.rival ? "A race does not go back. Reset or end it." : "There is nothing before this.");
    }
    this.show();
  }

  // Lets every panel draw what is so now.
  show({ isFrame = false } = {}) {
    const now = performance.now();
    if (isFrame && calm.matches && now - this.#shownAt < CALM_EVERY) return;
    this.#shownAt = now;
    for (const panel of this.panels) panel.show({ isFrame });
  }

  // Does what is due, until the time is up or something stops it, and returns how much it did.
  #train({ examples = 0, batches = 0, epochs = 0 }, until = Infinity) {
    this.timeline.keep(this.session);
    const due = examples + batches + epochs; // of these, one is given
    this.stoppedBy = this.session.training.data.count > 0 ? "" : "There is no point to learn from yet: press on the map.";
    let done = 0;
    while (done < due && !this.trouble && !this.stoppedBy) {
      const isEpoch = examples > 0 ? this.#lookAtNext() : this.#step();
      if (epochs === 0 || isEpoch) done += 1;
      if (performance.now() >= until) break;
    }
    this.record.note(this.session, this.rival);
    if (this.trouble || this.stoppedBy) {
      this.clock.stop();
      this.say(this.trouble || this.stoppedBy);
    }
    if (until < Infinity) this.show({ isFrame: this.isPlaying });
    return done;
  }

  // One step; true where it ended an epoch.
  #step() {
    const { training } = this.session;
    const before = training.epochs;
    training.step();
    if (this.rival) catchUp(this.rival.training, training);
    if (training.divergedAt) this.#look();
    if (training.epochs === before) return false;
    this.stoppedBy = this.#goalReached();
    return true;
  }

  // Chooses the next example of the batch; after its last one comes the step. True as above.
  #lookAtNext() {
    const batch = this.session.training.nextBatch();
    const next = batch.indexOf(this.example) + 1;
    const isOver = next === batch.length;
    const isEpoch = isOver && this.#step();
    this.example = isOver ? this.session.training.nextBatch()[0] : batch[next];
    return isEpoch;
  }

  #goalReached() {
    const { choices, training } = this.session;
    const { stopEpochs, stopLoss } = choices;
    const { loss } = training.latest;
    const wasAbove = this.#lastLoss > stopLoss;
    this.#lastLoss = loss;
    if (stopEpochs > 0 && training.epochs % stopEpochs === 0) {
      const since = this.record.epochsBefore(this.session) > 0 ? " since the last change" : "";
      return `Stopped after ${training.epochs.toLocaleString("en-US")} epochs${since}.`;
    }
    const isLow = stopLoss > 0 && loss <= stopLoss && wasAbove;
    return isLow ? `Stopped at a training loss of ${stopLoss} or less.` : "";
  }

  #begin(choices) {
    this.session = new Session(choices);
    this.rival = this.#rivalOf(choices);
    this.record = new Curves(this.session, this.rival);
    this.#keepRun();
    this.example = 0;
    this.#lastLoss = Infinity;
    this.#look();
  }

  #goOn(choices, changes) {
    const before = this.session;
    this.session = new Session(choices);
    this.rival = this.#rivalGoingOn(choices);
    this.record.goOn(before, this.session, this.rival, changes);
    this.#keepRun();
    this.example = Math.min(this.example, this.session.task.train.count - 1);
    this.#look();
  }

  #rivalOf(choices) {
    return this.raced && new Session(settled({ ...choices, ...this.raced }).choices);
  }

  // The rival goes on from its own weights, too. It does not begin anew: where it cannot go on, the
  // race is over.
  #rivalGoingOn(choices) {
    if (!this.raced) return null;
    const { parameters, divergedAt } = this.rival.training;
    const its = settled({ ...choices, ...this.raced, parameters }).choices;
    if (its.parameters !== null) return new Session(its);
    this.#endRace(divergedAt ? "the numbers of the second one had grown past all bounds" : "the layers are other ones now");
    return null;
  }

  #keepRun() {
    const { record, given } = this;
    this.#runs.set(this.session, { record, given });
  }

  #unselectGone() {
    if (this.selected && !isThere(this.session.network, this.selected)) this.selected = null;
  }

  // Sees whether the numbers still are numbers.
  #look() {
    const { divergedAt } = this.session.training;
    this.stoppedBy = "";
    const epoch = divergedAt && this.record.epochsBefore(this.session) + divergedAt.epoch;
    this.trouble = divergedAt
      ? `In epoch ${epoch}, step ${divergedAt.step}, the numbers grew past all bounds. ` +
        "Choose a smaller learning rate, then reset; or go back."
      : "";
  }
}

// Lets one training see as many examples as the other has.
function catchUp(training, leader) {
  const seen = ({ epochs, data, at }) => epochs * data.count + at;
  while (!training.divergedAt && seen(training) < seen(leader)) training.step();
}

const isThere = ({ sizes }, { layer, unit, input = 0 }) => unit < (sizes[layer + 1] ?? 0) && input < (sizes[layer] ?? 1);
