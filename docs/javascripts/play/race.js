// A race: a second network beside the first one that differs from it in some choices. Both begin
// together, and see as many examples.
import { Session } from "./session.js";
import { settled } from "./settled.js";

export class Race {
  // `differing` holds the choices that are others for the second network.
  constructor(differing) {
    this.differing = differing;
    this.rival = null;
  }

  // Both begin anew.
  begin(choices) {
    this.rival = new Session(settled({ ...choices, ...this.differing }).choices);
  }

  // Both go on with other choices, each from its own weights. The rival does not begin anew: where
  // it cannot go on, the race is over. Returns why, "" where it is not.
  goOn(choices) {
    const { parameters, divergedAt } = this.rival.training;
    const its = settled({ ...choices, ...this.differing, parameters }).choices;
    if (its.parameters === null) {
      return divergedAt ? "the numbers of the second one had grown past all bounds" : "the layers are other ones now";
    }
    this.rival = new Session(its);
    return "";
  }

  // Do some changes concern the choice that it is about?
  isAbout(changes) {
    return Object.keys(changes).some((name) => name !== "parameters" && name in this.differing);
  }

  // Lets the rival see as many examples as the first one has.
  catchUp(leader) {
    const { training } = this.rival;
    const seen = ({ epochs, data, at }) => epochs * data.count + at;
    while (!training.divergedAt && seen(training) < seen(leader)) training.step();
  }
}
