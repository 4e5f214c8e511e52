import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultChoices } from '../choices.ts';
import { addToDraft } from './adding.ts';
import {
  addPage,
  carryPiece,
  copyPage,
  editPiece,
  movePage,
  moved,
  newText,
  putPage,
  removePage,
} from './arranging.ts';
import { draftLimits, restoreDraft, storeDraft, type Draft } from './draft.ts';
import { draftFrom } from './templates.ts';

const slides = draftFrom('slides', { id: 'one', name: 'Слайды', period: null });
const pageIds = ({ pages }: Draft) => pages.map(({ id }) => id);

describe('pages of a draft', () => {
  it('are moved so many places and never lost', () => {
    const ids = pageIds(slides);
    fc.assert(
      fc.property(fc.constantFrom(...ids), fc.integer({ min: -20, max: 20 }), (id, places) => {
        const after = pageIds(movePage(slides, id, places));
        const to = Math.max(0, Math.min(ids.length - 1, ids.indexOf(id) + places));
        expect(after.indexOf(id)).toBe(to);
        expect(after.filter((one) => one !== id)).toEqual(ids.filter((one) => one !== id));
      }),
    );
    expect(moved(slides.pages, 'nowhere', 1)).toBe(slides.pages);
  });

  it('stay a draft that can be stored, whatever is added, copied and taken away', () => {
    const step = fc.tuple(fc.constantFrom('add', 'copy', 'remove'), fc.nat());
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const last = steps.reduce<Draft>((draft, [kind, place]) => {
          const id = draft.pages[place % draft.pages.length]?.id ?? '';
          if (kind === 'remove') return removePage(draft, id);
          return (kind === 'add' ? addPage(draft, id) : copyPage(draft, id))?.draft ?? draft;
        }, slides);
        expect(restoreDraft(storeDraft(last))).toEqual(last);
      }),
    );
  });

  it('are copied behind their page with all that they hold', () => {
    const copy = copyPage(slides, 's2');
    expect(copy && pageIds(copy.draft).slice(0, 4)).toEqual(['s1', 's2', copy?.id, 's3']);
    const [own, other] = copy?.draft.pages.slice(1, 3) ?? [];
    expect({ ...other, id: 's2' }).toEqual(own);
  });

  it('give a piece to another page, and keep it where that has no room', () => {
    const carried = carryPiece(slides, 's2', 'p2', 's9');
    const count = ({ pages }: Draft) => pages.flatMap(({ pieces }) => pieces).length;
    expect(count(carried)).toBe(count(slides));
    expect(restoreDraft(storeDraft(carried))).toEqual(carried);
    expect(carried.pages[8]?.pieces.at(-1)).toMatchObject({ kind: 'figure' });
    expect(carryPiece(slides, 's2', 'p2', 's99')).toBe(slides);
  });

  it('change nothing where a piece is there no more', () => {
    const change = () => ({ ...newText('lead', 'x'), id: 'p1' });
    expect(editPiece(slides, 's99', 'p1', change)).toBe(slides);
    expect(editPiece(slides, 's1', 'p99', change)).toBe(slides);
  });
});

describe('addToDraft', () => {
  const figure = { kind: 'figure', choices: defaultChoices } as const;

  it('puts pieces on the page that is chosen, or on a new one at the end', () => {
    const onPage = addToDraft(slides, 's2', [figure]);
    expect(onPage?.draft.pages[1]?.pieces.at(-1)).toMatchObject(figure);
    const onNew = addToDraft(slides, null, [figure]);
    expect(onNew?.draft.pages.at(-1)).toMatchObject({ id: onNew?.page, pieces: [figure] });
  });

  it('adds nothing where there is no room', () => {
    const [page] = slides.pages;
    const pieces = Array.from({ length: draftLimits.pieces }, (_, place) => ({
      ...figure,
      id: `p${place}`,
    }));
    const full = putPage(slides, { id: page?.id ?? '', title: '', pieces });
    expect(addToDraft(full, 's1', [figure])).toBeNull();
    expect(addToDraft(slides, 's99', [figure])).toBeNull();
    const pages = Array.from({ length: draftLimits.pages }, (_, place) => ({
      id: `s${place}`,
      title: '',
      pieces: [],
    }));
    expect(addToDraft({ ...slides, pages }, null, [figure])).toBeNull();
  });
});
