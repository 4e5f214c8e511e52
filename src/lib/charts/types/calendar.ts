import type { EChartsOption } from 'echarts';
import type { CalendarInput, CalendarMark } from '../calendar-input.ts';
import { calendarWords } from '../calendar-words.ts';
import type { ChartForm, Frame, Place, Sign } from '../chart-form.ts';
import { mix, readable } from '../colour.ts';
import { drawnOption, textElement, type DrawnElement } from '../elements.ts';
import { grounds, paint, type Ground } from '../palette.ts';
import { textWidth } from '../text-width.ts';
import { layCalendar, type CalendarWord, type PlacedDay } from './calendar-layout.ts';

const mostShades = 5;

/** The upper ends of the steps of shade: whole numbers up to the fullest day, each step about twice the one before. */
export function shadeSteps(fullest: number): number[] {
  const steps: number[] = [];
  for (let end = 1; end < fullest && steps.length < mostShades - 1; end = end * 2 + 1) {
    steps.push(end);
  }
  return [...steps, Math.max(1, fullest)];
}

function fillOf(events: number, steps: readonly number[], frame: Frame): string {
  const ground = grounds[frame.theme];
  const { mark } = paint({ hue: 'block-1', step: 0 }, frame.theme);
  const step = steps.findIndex((end) => events <= end);
  const share = steps.length === 1 ? 0.9 : 0.3 + (0.62 * step) / (steps.length - 1);
  return mix(ground.card, mark, share);
}

function dayElements(
  { box, day, isTerm }: PlacedDay,
  steps: readonly number[],
  hasNumbers: boolean,
  input: CalendarInput,
  frame: Frame,
  ground: Ground,
): DrawnElement[] {
  const shape = { ...box, r: 2 };
  if (!day) {
    const style = isTerm
      ? { fill: ground.grid }
      : { fill: 'none', stroke: ground.grid, lineWidth: 1 };
    return [{ type: 'rect', shape, style }];
  }
  const fill = fillOf(day.events, steps, frame);
  return [
    { type: 'rect', shape, style: { fill } },
    ...(hasNumbers
      ? [
          textElement(
            input.locale.format.number(day.events),
            box.x + box.width / 2,
            box.y + box.height / 2 + 0.5,
            { size: 10, fill: readable(fill, [ground.ink, ground.card]), align: 'center' },
          ),
        ]
      : []),
  ];
}

function wordElement({ kind, text, x, y }: CalendarWord, ground: Ground): DrawnElement {
  if (kind === 'year') return textElement(text, x, y, { size: 13, weight: 600, fill: ground.ink });
  return textElement(text, x, y, { size: kind === 'month' ? 11 : 10, fill: ground.second });
}

/** The steps of shade with the numbers of events that they stand for. */
function legend(
  input: CalendarInput,
  steps: readonly number[],
  y: number,
  frame: Frame,
  ground: Ground,
): DrawnElement[] {
  const { format, t } = input.locale;
  const elements: DrawnElement[] = [];
  let x = 0;
  const quiet = { size: 11, fill: ground.second } as const;
  [0, ...steps].forEach((end, i) => {
    const from = i === 0 ? 0 : i === 1 ? 1 : (steps[i - 2] ?? 0) + 1;
    const text = from === end ? format.number(end) : `${format.number(from)}–${format.number(end)}`;
    const fill = i === 0 ? ground.grid : fillOf(end, steps, frame);
    elements.push(
      { type: 'rect', shape: { x, y: y - 6, width: 12, height: 12, r: 2 }, style: { fill } },
      textElement(text, x + 17, y, quiet),
    );
    x += 17 + textWidth(text, 11) + 12;
  });
  if (x + textWidth(t.charts.calendar.legend, 11) < frame.width) {
    elements.push(textElement(t.charts.calendar.legend, x, y, quiet));
  }
  return elements;
}

function stepsOf({ years }: CalendarInput): number[] {
  return shadeSteps(Math.max(0, ...years.flatMap(({ days }) => days.map(({ events }) => events))));
}

function option(input: CalendarInput, frame: Frame): EChartsOption {
  const ground = grounds[frame.theme];
  const layout = layCalendar(input, frame);
  const steps = stepsOf(input);
  return drawnOption([
    ...layout.words.map((word) => wordElement(word, ground)),
    ...layout.rows.flatMap((row) =>
      row.flatMap((day) => dayElements(day, steps, layout.hasNumbers, input, frame, ground)),
    ),
    ...legend(input, steps, layout.height - 9, frame, ground),
  ]);
}

function places(input: CalendarInput, frame: Frame): Place<CalendarMark>[][] {
  return layCalendar(input, frame).rows.map((row) =>
    row.map(({ year, date, box }) => ({ mark: { series: year, date }, box })),
  );
}

const signs = (): Sign[] => ['dayShade'];

/** Days of school years, the darker the more events they have. */
export const calendar: ChartForm<CalendarInput, CalendarMark> = {
  isEmpty: ({ years }) => years.every(({ days }) => days.length === 0),
  size: (input, frame) => ({ width: frame.width, height: layCalendar(input, frame).height }),
  option,
  places,
  signs,
  hidden: (input, frame) => layCalendar(input, frame).hidden,
  words: calendarWords,
};
