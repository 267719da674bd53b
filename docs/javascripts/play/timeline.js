// The way back: what training was before each thing that a reader let it do. It reaches across
// changes of the network, so that an edited weight can be taken back, too.

const MOST = 300;

export class Timeline {
  constructor(most = MOST) {
    this.most = most;
    this.kept = []; // { session, saved }, oldest first
  }

  get length() {
    return this.kept.length;
  }

  // Keeps what is now, unless it is kept already.
  keep(session) {
    const last = this.kept.at(-1);
    if (last?.session === session && last.saved.steps === session.training.steps) return;
    this.kept.push({ session, saved: session.training.saved() });
    if (this.kept.length > this.most) this.#thin();
  }

  // Goes back to what was kept last, and returns its session; null where nothing was.
  back() {
    const last = this.kept.pop();
    if (!last) return null;
    last.session.training.restore(last.saved);
    return last.session;
  }

  // Drops every second one of the older half: what is recent stays in small steps, and the very first
  // one, the start, can always be reached.
  #thin() {
    const half = Math.floor(this.kept.length / 2);
    this.kept = this.kept.filter((_, at) => at >= half || at % 2 === 0);
  }
}
