/** Numbers in ascending order as ranges by name: 4, 5, 6, 9 → «5–7», «10». */
export function listRanges(numbers: readonly number[], nameOf: (one: number) => string): string[] {
  const ranges: [first: number, last: number][] = [];
  for (const one of numbers) {
    const range = ranges.at(-1);
    if (range && one === range[1] + 1) range[1] = one;
    else ranges.push([one, one]);
  }
  return ranges.map(([first, last]) =>
    first === last ? nameOf(first) : `${nameOf(first)}–${nameOf(last)}`,
  );
}
