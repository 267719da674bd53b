// A share in percent: 100 only where it is all of them, and 0 only where it is none.

export function percent(share) {
  const rounded = Math.round(100 * share);
  if (rounded === 100 && share < 1) return "99%";
  return rounded === 0 && share > 0 ? "1%" : `${rounded}%`;
}
