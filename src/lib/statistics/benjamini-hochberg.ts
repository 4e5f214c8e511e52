/**
 * q values: p values adjusted for how many were looked at together, in the order given.
 * q₍ᵢ₎ = min over j ≥ i of m·p₍ⱼ₎/j, at most 1; what is no p value (NaN, outside 0…1) counts as 1. Benjamini & Hochberg 1995, JRSS B 57:289–300.
 */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  const count = pValues.length;
  const order = pValues
    .map((p, index) => ({ p: p >= 0 && p <= 1 ? p : 1, index }))
    .sort((a, b) => b.p - a.p);
  const adjusted = new Array<number>(count).fill(1);
  let smallest = 1;
  order.forEach(({ p, index }, position) => {
    smallest = Math.min(smallest, (count / (count - position)) * p);
    adjusted[index] = smallest;
  });
  return adjusted;
}
