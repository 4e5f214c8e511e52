import { expect, test } from 'vitest';
import { placeBeside } from './place-beside.ts';

const view = { width: 400, height: 300 };
const layer = { width: 100, height: 20 };

test('a layer lies beside the middle of a box on the wanted side', () => {
  const box = { left: 150, top: 100, width: 60, height: 40 };
  const place = (side: 'top' | 'bottom' | 'left' | 'right') => placeBeside(box, layer, view, side);
  expect(place('top')).toEqual({ left: 130, top: 74 });
  expect(place('bottom')).toEqual({ left: 130, top: 146 });
  expect(place('left')).toEqual({ left: 44, top: 110 });
  expect(place('right')).toEqual({ left: 216, top: 110 });
});

test('without room it turns to the other side, and stays within the view where neither has any', () => {
  const below = { left: 0, top: 10, width: 20, height: 20 };
  expect(placeBeside(below, layer, view, 'top')).toEqual({ left: 8, top: 36 });
  const wide = { left: 20, top: 280, width: 360, height: 20 };
  expect(placeBeside(wide, layer, view, 'right')).toEqual({ left: 292, top: 272 });
});
