import { expect, it } from 'vitest';
import { example } from '#lib/charts/example.ts';
import { withhold } from '#lib/charts/example-withheld.ts';
import { statePicture } from './statement.ts';

it('speaks of the shown changes alone where others are withheld', () => {
  expect(statePicture(example)).toMatch(/; остальные в пределах погрешности$/);
  const last = example.periods.length - 1;
  const partly = withhold(example, { 0: [last] });
  expect(statePicture(partly)).toMatch(/; остальные показанные в пределах погрешности$/);
  expect(statePicture(withhold(example, { 0: [last] }, [1]))).toMatch(/показанное изменение/);
});

it('says a name whole where all that tells it from the others stands in brackets', () => {
  const [one, other] = example.series;
  if (!one || !other) throw new Error('The example has two series');
  const named = (of: string) => `Индекс творческого развития (${of} из 6 частей)`;
  const series = [
    { ...one, label: named('5') },
    { ...other, label: named('6') },
  ];
  expect(statePicture({ ...example, series })).not.toMatch(/(?:^|[:,и] )\(/);
  expect(statePicture({ ...example, series })).toContain('Индекс творческого развития (');
});
