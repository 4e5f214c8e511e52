import type { Catalogue } from '#lib/i18n/ru/catalogue.ts';
import type { DraftForm, TextRole } from '#lib/model/draft.ts';
import { defaultChoices, type Choices } from '../choices.ts';
import { defaultBy } from '../views.ts';
import type { Draft, FigurePiece, Page, TextPiece } from './draft.ts';

type Written = keyof Catalogue['council']['texts'];
type Hint = keyof Catalogue['council']['hints'];
type Title = keyof Catalogue['council']['titles'];
type Shown = Pick<Choices, 'measure' | 'chart'> & Partial<Choices>;

/** A piece of a template, without its id. */
type Part = Omit<TextPiece, 'id'> | Omit<FigurePiece, 'id'>;

function text(role: TextRole, prompt: Written | Hint): Part {
  return { kind: 'text', role, text: '', prompt };
}

function figure(shown: Shown): Part {
  const by = shown.by === undefined ? defaultBy(shown.measure, shown.chart) : shown.by;
  return { kind: 'figure', choices: { ...defaultChoices, ...shown, by } };
}

interface TemplatePage {
  readonly title: Title | null;
  readonly parts: readonly Part[];
}

interface Template {
  readonly form: DraftForm;
  readonly pages: readonly TemplatePage[];
}

const slides: readonly TemplatePage[] = [
  {
    title: 'aim',
    parts: [
      text('lead', 'aim-programme'),
      text('list', 'aim-tasks'),
      text('paragraph', 'aim-period'),
    ],
  },
  {
    title: 'coverage',
    parts: [
      text('lead', 'coverage-lead'),
      figure({ measure: 'M01', chart: 'trend', by: 'block' }),
      figure({ measure: 'M01', chart: 'bars', by: 'direction' }),
      text('judgement', 'why-coverage'),
    ],
  },
  {
    title: 'change',
    parts: [
      text('lead', 'change-lead'),
      figure({ measure: 'M01', chart: 'dumbbell', by: 'direction' }),
      figure({ measure: 'M01', chart: 'slope', by: 'block' }),
      text('judgement', 'why-change'),
    ],
  },
  {
    title: 'unreached',
    parts: [
      text('lead', 'unreached-lead'),
      figure({ measure: 'M03', chart: 'bars', by: 'grade' }),
      figure({ measure: 'M03', chart: 'funnel', by: 'class' }),
      text('judgement', 'why-unreached'),
    ],
  },
  {
    title: 'creativity',
    parts: [
      text('lead', 'creativity-lead'),
      figure({ measure: 'M26', chart: 'trend', by: null }),
      figure({ measure: 'M27', chart: 'bars', by: 'grade' }),
      text('judgement', 'why-creativity'),
    ],
  },
  {
    title: 'civic',
    parts: [
      text('lead', 'civic-lead'),
      figure({ measure: 'M29', chart: 'bars', by: 'grade' }),
      figure({ measure: 'M29', chart: 'trend', by: null }),
      text('judgement', 'why-civic'),
    ],
  },
  {
    title: 'partners',
    parts: [
      text('lead', 'partners-lead'),
      figure({ measure: 'M21', chart: 'trend', by: 'block' }),
      figure({ measure: 'M24', chart: 'trend', by: null }),
      text('judgement', 'why-partners'),
    ],
  },
  {
    title: 'wellbeing',
    parts: [
      text('lead', 'wellbeing-lead'),
      figure({ measure: 'M33', chart: 'trend', by: null }),
      figure({ measure: 'M44', chart: 'bars', by: 'grade' }),
      text('judgement', 'why-wellbeing'),
    ],
  },
  {
    title: 'decisions',
    parts: [text('judgement', 'conclusions'), text('decision', 'decision')],
  },
];

const note: readonly TemplatePage[] = [
  {
    title: 'note-opening',
    parts: [
      text('lead', 'note-title'),
      text('heading', 'heading-aim'),
      text('paragraph', 'note-aim'),
      text('heading', 'heading-period'),
      text('paragraph', 'note-period'),
      text('heading', 'heading-examined'),
      text('list', 'note-examined'),
      text('heading', 'heading-method'),
      text('paragraph', 'note-method'),
    ],
  },
  {
    title: 'note-facts',
    parts: [
      text('lead', 'note-classes'),
      figure({ measure: 'M01', chart: 'bars', by: 'class' }),
      text('judgement', 'why-classes'),
    ],
  },
  {
    title: 'note-levels',
    parts: [
      text('lead', 'note-levels'),
      figure({ measure: 'M04', chart: 'bars', by: 'level' }),
      figure({ measure: 'M18', chart: 'bars', by: 'level' }),
      text('judgement', 'why-levels'),
    ],
  },
  {
    title: 'note-dynamics',
    parts: [
      text('lead', 'note-dynamics'),
      figure({ measure: 'M01', chart: 'trend', by: 'block' }),
      figure({ measure: 'M01', chart: 'matrix', by: 'direction' }),
      text('judgement', 'why-dynamics'),
    ],
  },
  {
    title: 'note-judgement',
    parts: [
      text('heading', 'heading-strengths'),
      text('list', 'strengths'),
      text('heading', 'heading-problems'),
      text('list', 'problems'),
      text('heading', 'heading-conclusions'),
      text('list', 'conclusions'),
      text('heading', 'heading-recommendations'),
      text('list', 'recommendation'),
    ],
  },
  {
    title: 'note-resolved',
    parts: [text('decision', 'resolved'), text('signature', 'signature')],
  },
];

const blank: readonly TemplatePage[] = [{ title: null, parts: [] }];

/** What a snapshot can begin with, in the order in which it is offered; the catalogue names each. */
const templates = {
  slides: { form: 'slides', pages: slides },
  note: { form: 'note', pages: note },
  'empty-slides': { form: 'slides', pages: blank },
  'empty-note': { form: 'note', pages: blank },
} as const satisfies Record<string, Template>;

/** Name of a template. */
export type TemplateName = keyof typeof templates;

/** The names of the templates, in the order in which they are offered. */
export const templateNames = Object.keys(templates) as readonly TemplateName[];

/** A new draft made from a template, about a period given by its id. */
export function draftFrom(
  template: TemplateName,
  { id, name, period }: Pick<Draft, 'id' | 'name' | 'period'>,
): Draft {
  const { form, pages } = templates[template];
  return {
    id,
    name,
    form,
    period,
    pages: pages.map(({ title, parts }, page): Page => ({
      id: `s${page + 1}`,
      title: '',
      ...(title === null ? {} : { prompt: title }),
      pieces: parts.map((part, piece) => ({ ...part, id: `p${piece + 1}` })),
    })),
  };
}
