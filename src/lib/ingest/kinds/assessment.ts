import { foldText } from '#lib/i18n/fold.ts';
import { readAbsence } from '#lib/sheets/values/absence.ts';
import { readNumber } from '#lib/sheets/values/number.ts';
import { readText } from '#lib/sheets/values/text.ts';
import { schoolYearOf } from '../day.ts';
import type { FieldId } from '../fields/catalogue.ts';
import { scoreHeading } from '../fields/likeness.ts';
import { findInstrument, findVersion } from '../instruments.ts';
import type { AnyRecord } from '../record.ts';
import { readWave, type Wave } from '../wave.ts';
import type { Kind, TablePlan } from './kind.ts';
import { namesPeople, personFields, readPersonPart } from './person-part.ts';

const scaleIds: Partial<Record<FieldId, string>> = {
  creat_fluency: 'fluency',
  creat_flexibility: 'flexibility',
  creat_originality: 'originality',
  creat_elaboration: 'elaboration',
  creat_title: 'titles',
  creat_total: 'total',
  score: 'total',
};
const namedScales: readonly (readonly [RegExp, string])[] = [
  [/любозн|любопыт|curios/, 'curiosity'],
  [/вообра|imagin/, 'imagination'],
  [/сложн|complex/, 'complexity'],
  [/риск|risk/, 'risk'],
  [/тревож|anxiety/, 'anxiety'],
];
const scored: readonly FieldId[] = [
  'creat_fluency',
  'creat_flexibility',
  'creat_originality',
  'creat_elaboration',
  'creat_title',
  'creat_total',
  'williams',
  'upbringing',
  'wellbeing',
  'civic',
  'score',
];

/** Marks of a pupil who was away or did not do a task: no score, and no mistake. */
const undone =
  /^(?:н|нб|н\/б|н\/я|б|отс\.?|осв\.?|абс\.?|не был[аи]?|не явил\S*|не выполн\S*|отсутств\S*|болел[аи]?|abs\.?|absent)$/i;

interface ScaleColumn {
  readonly position: number;
  readonly column: number;
  readonly field: FieldId | null;
  readonly scale: string;
  readonly wave: Wave | null;
}

/** The scale that a heading names beside the wave: by its id where we know it, else in its own words. */
function scaleOf(field: FieldId | null, heading: string): string {
  const floors = heading.split(' / ');
  const own = floors.filter((floor) => readWave(floor) === null);
  const words = (own.length > 0 ? own : floors).join(' / ');
  const named = [...scoreHeading(words)].toSorted(([, a], [, b]) => b - a)[0];
  const byWords = named && named[1] >= 0.6 ? scaleIds[named[0]] : undefined;
  const known = byWords ?? (field === null ? undefined : scaleIds[field]);
  if (known) return known;
  const last = own.at(-1) ?? '';
  const folded = foldText(last);
  return namedScales.find(([form]) => form.test(folded))?.[1] ?? (last === '' ? 'total' : last);
}

/** Whether a column holds scores: numbers, but for marks of pupils who were away. */
function isNumeric(plan: TablePlan, position: number): boolean {
  let numbers = 0;
  let filled = 0;
  for (const row of plan.table.rows.slice(0, 400)) {
    const cell = row.cells[position] ?? null;
    const text = readText(cell);
    if (text === null || undone.test(text) || readAbsence(cell) !== null) continue;
    filled += 1;
    if (readNumber(cell) !== null) numbers += 1;
  }
  return filled > 0 && numbers > 0.7 * filled && (plan.holdings[position]?.share.date ?? 0) < 0.5;
}

/** Columns of scores: recognised scales and, beside them, other columns of numbers. */
function findScales(plan: TablePlan): ScaleColumn[] {
  const long = plan.fields.has('scale');
  const found: ScaleColumn[] = [];
  for (const [position, match] of plan.matches.entries()) {
    const isScale = match.field !== null && scored.includes(match.field);
    const open =
      match.field === null ||
      match.field === 'wave' ||
      (match.score < 0.6 && match.confidence !== 'recipe');
    const unclaimed = open && match.heading !== '' && match.confidence !== 'recipe';
    if (!isScale && !(unclaimed && !long)) continue;
    if (
      !isNumeric(plan, position) ||
      (unclaimed && (plan.holdings[position]?.share.ordinal ?? 0) === 1)
    )
      continue;
    const scale = scaleOf(match.field === 'wave' ? null : match.field, match.heading);
    found.push({
      position,
      column: match.column,
      field: match.field,
      scale,
      wave: plan.meanings[position]?.wave ?? null,
    });
  }
  return found;
}

/** Scores of pupils on the scales of an instrument, one record a scale. */
export const assessment: Kind = {
  fields: [
    ...personFields,
    'instrument',
    'version',
    'wave',
    'scale',
    ...scored,
    'event_date',
    'school_year',
    'term',
    'teacher',
    'note',
    'sex',
    'age',
  ],
  score(plan) {
    if (!namesPeople(plan) || plan.fields.has('event_name')) return 0;
    if (plan.context.event !== null && plan.fields.has('result')) return 0;
    const scales = findScales(plan);
    if (scales.length === 0) return 0;
    const known = scales.filter((scale) => scale.field !== null).length;
    let score = known > 0 ? 0.5 : 0.25;
    if (known > 2) score += 0.2;
    if (plan.context.instrument || plan.fields.has('instrument')) score += 0.25;
    if (plan.fields.has('wave') || plan.context.wave) score += 0.15;
    if (/диагност|тест|методик|assess/.test(plan.words)) score += 0.1;
    return Math.min(1, score);
  },
  missing(plan) {
    return [
      ...(namesPeople(plan) ? [] : [['student_name'] as const]),
      ...(findScales(plan).length > 0 ? [] : [['score'] as const]),
    ];
  },
  claims(plan) {
    return new Map(findScales(plan).map((scale) => [scale.position, scale.field ?? 'scale_score']));
  },
  open(plan) {
    const scales = findScales(plan);
    const long = plan.fields.has('scale');
    const byScales =
      scales.some((scale) => scale.scale === 'fluency') &&
      scales.some((scale) => scale.scale === 'originality')
        ? 'torrance'
        : null;
    return (row) => {
      const pupil = readPersonPart(row);
      const stated = row.text('instrument');
      const instrument =
        (stated === null ? null : (findInstrument(stated) ?? stated)) ??
        row.around.instrument ??
        byScales;
      const version =
        row.text('version') ?? (stated === null ? null : findVersion(stated)) ?? row.around.version;
      const { span, schoolYear, term } = row.when(false);
      const waveText = scales.some((scale) => scale.field === 'wave') ? null : row.text('wave');
      const month = span ? new Date(span.starts * 86_400_000).getUTCMonth() : null;
      const byDate: Wave | null =
        month === null
          ? null
          : month >= 7 && month <= 10
            ? 'pre'
            : month >= 3
              ? month <= 6
                ? 'post'
                : 'mid'
              : 'mid';
      const rowWave = (waveText === null ? null : readWave(waveText)) ?? row.around.wave ?? byDate;
      const year = schoolYear ?? (span ? schoolYearOf(span.starts) : null);
      if (year === null) row.report('period-unknown', null, null);
      const found: AnyRecord[] = [];
      for (const { position, column, field, scale, wave } of scales) {
        if (undone.test(readText(row.cellAt(position)) ?? '')) continue;
        const score = row.amountAt(position, field ?? 'score');
        if (score === null || !pupil) continue;
        found.push({
          kind: 'assessment',
          record: {
            ...pupil,
            school_year: year,
            term,
            date: span?.starts ?? null,
            instrument,
            version,
            wave: wave ?? rowWave,
            scale: long ? scaleOf(null, row.text('scale') ?? '') : scale,
            score,
            sheet: row.table.sheetIndex,
            row: row.row,
            col: scales.length > 1 ? column : null,
          },
        });
      }
      return found.length === 0 && row.issues.length === 0 ? 'no-value' : found;
    };
  },
};
