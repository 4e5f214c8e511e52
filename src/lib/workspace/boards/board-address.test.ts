import { dimensions } from '#lib/model/dimension.ts';
import { measures, type MeasureId } from '#lib/measures/registry.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultChoices } from '../choices.ts';
import { views } from '../views.ts';
import { readLooking, writeLooking } from './board-address.ts';
import {
  panelChoicesOf,
  panelWidths,
  restoreBoard,
  storeBoard,
  type Board,
  type Panel,
} from './board.ts';
import type { LinkedSelection } from './linked-selection.ts';
import { templates } from './templates.ts';

const [first] = templates;
const shown = panelChoicesOf(defaultChoices);

const panels: fc.Arbitrary<Panel[]> = fc
  .array(
    fc.record({
      width: fc.constantFrom(...panelWidths),
      choices: fc.record({
        measure: fc.constantFrom(...(Object.keys(measures) as MeasureId[])),
        chart: fc.constantFrom(...views),
        by: fc.option(fc.constantFrom(...dimensions)),
        across: fc.option(fc.constantFrom(...dimensions)),
        grain: fc.constantFrom('term' as const, 'half' as const, 'year' as const),
        compare: fc.constantFrom('none' as const, 'previous' as const),
      }),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((list) =>
    list.map(({ width, choices }, index) => ({
      id: `p${index}`,
      width,
      choices: { ...shown, ...choices },
    })),
  );

const board: fc.Arbitrary<Board> = fc.oneof(
  fc.constantFrom<Board[]>(...templates),
  fc
    .tuple(fc.constantFrom<Board[]>(...templates), panels)
    .map(([{ id, name }, list]) => ({ id, name, panels: list })),
);

const text = fc.oneof(fc.string({ maxLength: 8 }), fc.constant('5~А'));

const looking = board.chain((one) => {
  const source = fc.option(fc.constantFrom(...one.panels.map(({ id }) => id)));
  return fc.record({
    board: fc.constant(one),
    selection: fc.record<LinkedSelection>({
      clauses: fc.array(
        fc.record({
          dimension: fc.constantFrom(...dimensions),
          values: fc.array(fc.oneof(text, fc.nat()), { minLength: 1, maxLength: 3 }),
          excluded: fc.boolean(),
          source,
          pinned: fc.boolean(),
        }),
        { maxLength: 4 },
      ),
      times: fc.option(
        fc.record({
          from: fc.constant('2024-1'),
          to: fc.constant('2025-3'),
          excluded: fc.boolean(),
          source,
          pinned: fc.boolean(),
        }),
      ),
    }),
  });
});

describe('address of a board', () => {
  it('brings back what was looked at', () => {
    fc.assert(
      fc.property(looking, (one) => {
        const written = writeLooking(one, templates, first).toString();
        const read = readLooking(new URLSearchParams(written), templates, first);
        expect(read).toEqual({ ...one, unknown: [] });
      }),
    );
  });

  it('is empty for the first template and everybody', () => {
    const selection = { clauses: [], times: null };
    expect(writeLooking({ board: first, selection }, templates, first).toString()).toBe('');
  });

  it.each([
    'board=nowhere',
    'panel=id%3Dx%26measure%3DM99',
    'panel=measure%3DM01',
    'times=yesterday',
    'only.planet=%5B%22Mars%22%5D',
    'only.block=I',
    'colour=red',
  ])('tells what it does not understand: %s', (part) => {
    const { board: read, unknown } = readLooking(new URLSearchParams(part), templates, first);
    expect(unknown).toHaveLength(1);
    expect(read).toEqual(first);
  });

  it('does not let a clause belong to a panel that is not there', () => {
    const parameters = new URLSearchParams({ 'only.block': '["I"]~ghost' });
    const { selection } = readLooking(parameters, templates, first);
    expect(selection.clauses[0]?.source).toBeNull();
  });
});

describe('a stored board', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(panels, (list) => {
        const stored = { id: 'own', name: 'Моя', panels: list };
        const copy: unknown = JSON.parse(JSON.stringify(storeBoard(stored)));
        expect(restoreBoard(copy)).toEqual(stored);
      }),
    );
  });

  it.each([
    null,
    {},
    { id: 'a', name: '', panels: [{ id: 'p' }] },
    { id: 'a', name: 'A', panels: [] },
    { id: 'a', name: 'A', panels: [{ id: 'p', measure: 'M99' }] },
    { id: 'a', name: 'A', panels: [{ id: 'p' }, { id: 'p' }] },
    { id: '<b>', name: 'A', panels: [{ id: 'p' }] },
  ])('that is none is refused: %j', (value) => {
    expect(restoreBoard(value)).toBeNull();
  });
});
