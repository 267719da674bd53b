// The network at work and what can be done to it. Panels show what they find here, and change it by
// nothing but these methods.
import { Clock, FASTEST } from "./clock.js";
import { Loop } from "./loop.js";
import { measured } from "./measures.js";
import { chosenRow, selectionOf } from "./pass.js";
import { Race } from "./race.js";
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
  #loop = new Loop(this);

  // `announce` is told what those who listen should hear.
  constructor(choices, announce, view = {}) {
    this.say = announce;
    this.panels = [];
    this.isDrawing = false;
    this.opened = null; // { name } of the panel that was asked for last
    this.clock = new Clock((due, until) => this.#train(due, until));
    this.load(choices, view);
  }

  get isPlaying() {
    return this.clock.isRunning;
  }

  // Why nothing more can be learned, and what ended training for now; "" where nothing did.
  get trouble() {
    return this.#loop.trouble;
  }

  get stoppedBy() {
    return this.#loop.stoppedBy;
  }

  // Ended epochs, over all legs.
  get epochs() {
    return this.record.epochsBefore(this.session) + this.session.training.epochs;
  }

  // What is so of the network as it is now: losses, shares of right answers, and more.
  get measures() {
    return measured(this.session);
  }

  // The choices in which the second network of a race differs, and that network; null without one.
  get raced() {
    return this.contest?.differing ?? null;
  }

  get rival() {
    return this.contest?.rival ?? null;
  }

  // What is seen of the network, beside its choices.
  get view() {
    const { raced, selected, example } = this;
    return { raced, selected, example };
  }

  // Begins with other choices, which hold together, and with what a view says that is seen of them.
  load(choices, { raced = null, selected = null, example = 0 } = {}) {
    this.clock.stop();
    this.timeline = new Timeline();
    this.given = choices.parameters; // where a reset goes back to; null for what the seed draws
    this.contest = raced && new Race(raced);
    this.raceEnd = ""; // why the last race ended by itself
    this.preview = null; // the neuron { layer, unit } whose map is shown for now
    this.selected = selected; // { layer, unit } or { layer, unit, input }
    this.isDrawing = false;
    this.#begin(choices);
    this.example = example;
    this.#letGo();
    this.show();
  }

  // Takes up other choices. Training goes on from the weights of now, or, `fresh`, begins anew, as
  // it must where the weights of now do not fit.
  change(changes, { fresh = false } = {}) {
    const { session } = this;
    this.timeline.keep(session);
    const now = fresh ? { ...session.choices, parameters: null } : session.choicesNow;
    if (this.contest?.isAbout(changes)) this.#endRace("that was the choice in which the two differ");
    const { choices, notes } = settled({ ...now, ...changes });
    if (fresh) this.given = choices.parameters;
    if (fresh || choices.parameters === null) this.#begin(choices);
    else this.#goOn(choices, changes);
    this.#letGo();
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

  // Sets a second network beside this one that differs in some choices, both at their start. null
  // ends the race.
  race(differing) {
    this.contest = differing && new Race(differing);
    this.raceEnd = "";
    this.reset();
  }

  select(selected) {
    this.selected = selected;
    this.show();
  }

  look(preview) {
    this.preview = preview;
    this.show();
  }

  // Unfolds a panel, and brings it into sight.
  open(name) {
    this.opened = { name };
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

  // Plays at the reader's speed; or, for a tour, so that the epochs up to its goal take so long.
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
    if (session) this.#return(session);
    else this.say(this.rival ? "A race does not go back. Reset or end it." : "There is nothing before this.");
    this.show();
  }

  // Lets every panel draw what is so now.
  show({ isFrame = false } = {}) {
    const now = performance.now();
    if (isFrame && calm.matches && now - this.#shownAt < CALM_EVERY) return;
    this.#shownAt = now;
    for (const panel of this.panels) panel.show({ isFrame });
  }

  #train(due, until = Infinity) {
    this.timeline.keep(this.session);
    const done = this.#loop.train(due, until);
    this.record.note(this.session, this.rival);
    const why = this.trouble || this.stoppedBy;
    if (why) {
      this.clock.stop();
      this.say(why);
    }
    if (until < Infinity) this.show({ isFrame: this.isPlaying });
    return done;
  }

  #begin(choices) {
    this.session = new Session(choices);
    this.contest?.begin(choices);
    this.record = new Curves(this.session, this.rival);
    this.#keepRun();
    this.example = 0;
    this.#loop.begin();
  }

  #goOn(choices, changes) {
    const before = this.session;
    this.session = new Session(choices);
    const why = this.contest?.goOn(choices);
    if (why) this.#endRace(why);
    this.record.goOn(before, this.session, this.rival, changes);
    this.#keepRun();
    this.#loop.look();
  }

  // Back to a session as the timeline has left it.
  #return(session) {
    this.session = session;
    Object.assign(this, this.#runs.get(session));
    this.record.cutTo(session);
    this.isDrawing &&= session.choices.dataset === "points";
    this.#letGo();
    this.#loop.look();
  }

  #endRace(why) {
    this.contest = null;
    this.raceEnd = `The race is over: ${why}.`;
    this.say(this.raceEnd);
  }

  #keepRun() {
    const { record, given } = this;
    this.#runs.set(this.session, { record, given });
  }

  // What was chosen may be gone.
  #letGo() {
    this.selected = selectionOf(this);
    this.example = Math.max(chosenRow(this), 0);
  }
}
