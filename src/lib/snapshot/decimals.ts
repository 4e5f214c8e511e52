/** How many decimals the numbers of a column need to be told apart, at most three: none for counts, one for shares. */
export function decimalsOf(cells: readonly (string | number | null)[]): 0 | 1 | 2 | 3 {
  const numbers = cells.filter((cell) => typeof cell === 'number');
  const most = Math.max(0, ...numbers.map((value) => Math.abs(value)));
  const enough = most >= 6 ? 1 : most >= 1 ? 2 : 3;
  const fits = ([0, 1, 2] as const).find((decimals) =>
    numbers.every((value) => Math.abs(value - Number(value.toFixed(decimals))) < 1e-9),
  );
  return fits === undefined || fits > enough ? enough : fits;
}
