// Numbers of living figures: rows of them for sliders, and how they are written.

// The values from one to another in even steps, each as it would be typed.
export function range(from, to, step) {
  const count = Math.round((to - from) / step) + 1;
  return Array.from({ length: count }, (_, at) => Number((from + at * step).toFixed(10)));
}

// With so many decimals and a true minus sign; what rounds to zero has none.
export const fixed = (digits) => (value) => {
  const text = value.toFixed(digits);
  return Number(text) === 0 ? text.replace("-", "") : text.replace("-", "−");
};

// With a sign, as weights and biases are written.
export const signed = (digits) => (value) => {
  const text = fixed(digits)(value);
  return text.startsWith("−") ? text : `+${text}`;
};

// Plain where that is short, else with a power of ten: 3e−5.
export function scientific(value) {
  if (value === 0 || (value >= 0.01 && value < 1000)) return fixed(2)(value);
  return value.toExponential(0).replace("+", "").replace("-", "−");
}
