// NumPy's random numbers: the generator that `np.random.default_rng(seed)` makes, draw for draw.
// So a network starts here from the same weights as in Python, and sees its batches in the same
// order. The bits are O'Neill's PCG64 (HMC-CS-2014-0905, XSL-RR output), started by NumPy's
// SeedSequence; normal numbers come by the ziggurat of Marsaglia and Tsang (2000).

// The multiplier of the state, in 16 bits at a time, lowest first: a product of one of these with 32
// bits is exact, and so is a sum of a few.
const [M0, M1, M2, M3, M4, M5, M6, M7] = limbsOf(0x2360ed051fc65da44385df649fccf645n);

export class Generator {
  #state = new Uint32Array(4); // of 32 bits each, lowest first
  #increment; // of 16 bits each
  #drawn = new Uint32Array(2); // the newest 64 bits, low before high
  #kept = new Uint32Array(1); // the half that is left where 32 bits were asked for
  #isKept = false;

  constructor(seed) {
    const words = seedWords(seed);
    const [start, stream] = [words.slice(0, 4), words.slice(4)].map(
      ([a, b, c, d]) => (BigInt(b) << 96n) | (BigInt(a) << 64n) | (BigInt(d) << 32n) | BigInt(c),
    );
    const increment = (stream << 1n) | 1n;
    this.#increment = limbsOf(increment);
    this.#state.set([0n, 32n, 64n, 96n].map((by) => bitsOf((increment + start) >> by, 32)));
    this.#advance();
  }

  // What it takes to go on from here.
  saved() {
    const kept = this.#isKept ? this.#kept[0] : null;
    return { state: this.#state.slice(), increment: this.#increment, kept };
  }

  restore({ state, increment, kept }) {
    this.#state.set(state);
    this.#increment = increment;
    this.#isKept = kept !== null;
    this.#kept[0] = kept ?? 0;
  }

  // From 0 up to, but not including, 1.
  random() {
    this.#draw();
    return (this.#drawn[1] * 2 ** 21 + (this.#drawn[0] >>> 11)) / 2 ** 53;
  }

  uniform(low, high) {
    return low + (high - low) * this.random();
  }

  standardNormal() {
    const { edges, heights, sure } = ZIGGURAT;
    for (;;) {
      this.#draw();
      const low = this.#drawn[0];
      const high = this.#drawn[1];
      const layer = low & 0xff;
      const size = (high & 0x1fffffff) * 2 ** 23 + (low >>> 9);
      const x = ((low >>> 8) & 1 ? -1 : 1) * size * edges[layer];
      if (size < sure[layer]) return x;
      if (layer === 0) return this.#tail((low >>> 17) & 1);
      const height = heights[layer] + (heights[layer - 1] - heights[layer]) * this.random();
      if (height < Math.exp(-0.5 * x * x)) return x;
    }
  }

  // The numbers from 0 up to, but not including, `count` in random order.
  permutation(count) {
    const numbers = new Int32Array(count);
    for (let at = 0; at < count; at += 1) numbers[at] = at;
    return this.shuffled(numbers);
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
    const mask = -1 >>> Math.clz32(most);
    for (;;) {
      const value = (this.#draw32() & mask) >>> 0;
      if (value <= most) return value;
    }
  }

  #draw32() {
    this.#isKept = !this.#isKept;
    if (!this.#isKept) return this.#kept[0];
    this.#draw();
    this.#kept[0] = this.#drawn[1];
    return this.#drawn[0];
  }

  // The next 64 bits: both halves of the state, joined, and turned by its top six bits.
  #draw() {
    this.#advance();
    const s = this.#state;
    const high = s[3] ^ s[1];
    const low = s[2] ^ s[0];
    const turn = s[3] >>> 26;
    const by = turn & 31;
    const a = turn < 32 ? high : low;
    const b = turn < 32 ? low : high;
    this.#drawn[1] = by === 0 ? a : (a >>> by) | (b << (32 - by));
    this.#drawn[0] = by === 0 ? b : (b >>> by) | (a << (32 - by));
  }

  // state = state * multiplier + increment, of which 128 bits are kept: from the lowest 16 on, each
  // sum gives 16 and carries the rest.
  #advance() {
    const s = this.#state;
    const c = this.#increment;
    const s0 = s[0];
    const s1 = s[1];
    const s2 = s[2];
    const s3 = s[3];
    const t0 = s0 * M0 + c[0];
    const t1 = s0 * M1 + c[1] + above(t0);
    const t2 = s0 * M2 + s1 * M0 + c[2] + above(t1);
    const t3 = s0 * M3 + s1 * M1 + c[3] + above(t2);
    const t4 = s0 * M4 + s1 * M2 + s2 * M0 + c[4] + above(t3);
    const t5 = s0 * M5 + s1 * M3 + s2 * M1 + c[5] + above(t4);
    const t6 = s0 * M6 + s1 * M4 + s2 * M2 + s3 * M0 + c[6] + above(t5);
    const t7 = s0 * M7 + s1 * M5 + s2 * M3 + s3 * M1 + c[7] + above(t6);
    s[0] = joined(t0, t1);
    s[1] = joined(t2, t3);
    s[2] = joined(t4, t5);
    s[3] = joined(t6, t7);
  }
}

// What lies above the lowest 16 bits, and two times these bits as one number.
const above = (sum) => Math.floor(sum * 2 ** -16);
const joined = (low, high) => ((low & 0xffff) | (high << 16)) >>> 0;

function limbsOf(number) {
  return Float64Array.from({ length: 8 }, (_, at) => bitsOf(number >> BigInt(16 * at), 16));
}

function bitsOf(number, bits) {
  return Number(BigInt.asUintN(bits, number));
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
