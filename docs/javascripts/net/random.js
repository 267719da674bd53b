// NumPy's random numbers: the generator that `np.random.default_rng(seed)` makes, draw for draw.
// So a network starts here from the same weights as in Python, and sees its batches in the same
// order. The bits are O'Neill's PCG64 (HMC-CS-2014-0905, XSL-RR output), started by NumPy's
// SeedSequence; normal numbers come by the ziggurat of Marsaglia and Tsang (2000).

const LIMBS = 8; // of 16 bits, lowest first: a product of two of them is exact
const MULTIPLIER = limbsOf(0x2360ed051fc65da44385df649fccf645n);

export class Generator {
  #state = new Float64Array(LIMBS);
  #increment = new Float64Array(LIMBS);
  #product = new Float64Array(LIMBS);
  #kept = -1; // the half of a draw that is left from the last 32 bits; -1 for none
  #high = 0; // the newest 64 bits
  #low = 0;

  constructor(seed) {
    const words = seedWords(seed);
    const [start, stream] = [words.slice(0, 4), words.slice(4)].map(
      ([a, b, c, d]) => (BigInt(b) << 96n) | (BigInt(a) << 64n) | (BigInt(d) << 32n) | BigInt(c),
    );
    this.#increment.set(limbsOf((stream << 1n) | 1n));
    this.#advance();
    addTo(this.#state, limbsOf(start));
    this.#advance();
  }

  // What it takes to go on from here.
  saved() {
    return { state: this.#state.slice(), increment: this.#increment.slice(), kept: this.#kept };
  }

  restore({ state, increment, kept }) {
    this.#state.set(state);
    this.#increment.set(increment);
    this.#kept = kept;
  }

  // From 0 up to, but not including, 1.
  random() {
    this.#draw();
    return (this.#high * 2 ** 21 + (this.#low >>> 11)) / 2 ** 53;
  }

  uniform(low, high) {
    return low + (high - low) * this.random();
  }

  standardNormal() {
    const { edges, heights, sure } = ZIGGURAT;
    for (;;) {
      this.#draw();
      const layer = this.#low & 0xff;
      const size = (this.#high & 0x1fffffff) * 2 ** 23 + (this.#low >>> 9);
      const x = ((this.#low >>> 8) & 1 ? -1 : 1) * size * edges[layer];
      if (size < sure[layer]) return x;
      if (layer === 0) return this.#tail((this.#low >>> 17) & 1);
      const height = heights[layer] + (heights[layer - 1] - heights[layer]) * this.random();
      if (height < Math.exp(-0.5 * x * x)) return x;
    }
  }

  // The numbers from 0 up to, but not including, `count` in random order.
  permutation(count) {
    return this.shuffled(Int32Array.from({ length: count }, (_, at) => at));
  }

  // Shuffles in place, and returns what it was given.
  shuffled(values) {
    for (let at = values.length - 1; at > 0; at -= 1) {
      const other = this.#upTo(at);
      const value = values[at];
      values[at] = values[other];
      values[other] = value;
    }
    return values;
  }

  // Beyond the last layer of the ziggurat.
  #tail(isNegative) {
    for (;;) {
      const beyond = -Math.log1p(-this.random()) / LAST_EDGE;
      const below = -Math.log1p(-this.random());
      if (2 * below > beyond * beyond) return (isNegative ? -1 : 1) * (LAST_EDGE + beyond);
    }
  }

  // A whole number from 0 to `most`, each as likely as the others: draws beyond it are thrown away.
  #upTo(most) {
    const mask = 2 ** (32 - Math.clz32(most)) - 1;
    for (;;) {
      const value = (this.#draw32() & mask) >>> 0;
      if (value <= most) return value;
    }
  }

  #draw32() {
    if (this.#kept >= 0) {
      const half = this.#kept;
      this.#kept = -1;
      return half;
    }
    this.#draw();
    this.#kept = this.#high;
    return this.#low;
  }

  // The next 64 bits: both halves of the state, joined, and turned by its top six bits.
  #draw() {
    this.#advance();
    const s = this.#state;
    const high = ((s[7] * 65536 + s[6]) ^ (s[3] * 65536 + s[2])) >>> 0;
    const low = ((s[5] * 65536 + s[4]) ^ (s[1] * 65536 + s[0])) >>> 0;
    const turn = s[7] >>> 10;
    const by = turn & 31;
    const [a, b] = turn < 32 ? [high, low] : [low, high];
    this.#high = by === 0 ? a : ((a >>> by) | (b << (32 - by))) >>> 0;
    this.#low = by === 0 ? b : ((b >>> by) | (a << (32 - by))) >>> 0;
  }

  // state = state * multiplier + increment, of which 128 bits are kept.
  #advance() {
    const state = this.#state;
    const product = this.#product;
    let carry = 0;
    for (let at = 0; at < LIMBS; at += 1) {
      let sum = carry + this.#increment[at];
      for (let part = 0; part <= at; part += 1) sum += state[part] * MULTIPLIER[at - part];
      carry = Math.floor(sum / 65536);
      product[at] = sum - carry * 65536;
    }
    this.#product = state;
    this.#state = product;
  }
}

function addTo(limbs, others) {
  let carry = 0;
  for (let at = 0; at < LIMBS; at += 1) {
    const sum = limbs[at] + others[at] + carry;
    carry = Math.floor(sum / 65536);
    limbs[at] = sum - carry * 65536;
  }
}

function limbsOf(number) {
  return Float64Array.from({ length: LIMBS }, (_, at) =>
    Number((number >> BigInt(16 * at)) & 0xffffn),
  );
}

// NumPy's SeedSequence for a seed below 2 ** 32: eight words of 32 bits, low before high.
function seedWords(seed) {
  let constant = 0x43b0d7e5;
  const scrambled = (word, multiplier) => {
    let value = (word ^ constant) >>> 0;
    constant = Math.imul(constant, multiplier) >>> 0;
    value = Math.imul(value, constant) >>> 0;
    return (value ^ (value >>> 16)) >>> 0;
  };
  const mixed = (x, y) => {
    const value = (Math.imul(0xca01f9dd, x) - Math.imul(0x4973f715, y)) >>> 0;
    return (value ^ (value >>> 16)) >>> 0;
  };
  const pool = [seed, 0, 0, 0].map((word) => scrambled(word, 0x931e8875));
  for (let from = 0; from < 4; from += 1) {
    for (let to = 0; to < 4; to += 1) {
      if (from !== to) pool[to] = mixed(pool[to], scrambled(pool[from], 0x931e8875));
    }
  }
  constant = 0x8b51f9dd;
  return Array.from({ length: 8 }, (_, at) => scrambled(pool[at % 4], 0x58f38ded));
}

// 256 layers of equal area under exp(-x**2 / 2), from the widest one up: how far each reaches, per
// unit of its 52 bits; how high the curve is there; and below which of these a point surely lies
// under the curve.
const LAST_EDGE = 3.6541528853610088;
const AREA = 0.0049286732339746549;
const ZIGGURAT = ziggurat();

function ziggurat() {
  const bell = (x) => Math.exp(-0.5 * x * x);
  const x = new Float64Array(256);
  x[255] = LAST_EDGE;
  for (let at = 254; at > 0; at -= 1) {
    x[at] = Math.sqrt(-2 * Math.log(AREA / x[at + 1] + bell(x[at + 1])));
  }
  const heights = x.map(bell);
  const edges = x.map((edge) => edge / 2 ** 52);
  const sure = x.map((edge, at) => (at > 1 ? (x[at - 1] / edge) * 2 ** 52 : 0));
  const widest = AREA / bell(LAST_EDGE);
  edges[0] = widest / 2 ** 52;
  sure[0] = (LAST_EDGE / widest) * 2 ** 52;
  return { edges, heights, sure };
}
