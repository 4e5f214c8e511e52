import { foldText } from '#lib/i18n/fold.ts';
import { codedTable } from '#lib/sheets/coded/coded-table.ts';
import { readText } from '#lib/sheets/values/text.ts';
import { dayOf } from '../day.ts';
import { readSex } from '../modes.ts';
import type { Kind } from './kind.ts';
import { namesPeople, personFields, readPersonPart } from './person-part.ts';
import type { RowReader } from './row-reader.ts';

const noteDate = /(\d{1,2})\.(\d{1,2})\.(\d{4})/;

function readBirth(row: RowReader): { birth: number | null; birth_year: number | null } {
  const text = readText(row.cell('birth_date'));
  const year = text === null ? null : /^((?:19|20)\d\d)(?:\s*г\.?(?:\s*р\.?)?)?$/.exec(text)?.[1];
  if (year) return { birth: null, birth_year: Number(year) };
  const span = row.span('birth_date');
  if (!span) return { birth: null, birth_year: null };
  return { birth: span.starts, birth_year: new Date(span.starts * 86_400_000).getUTCFullYear() };
}

function readMoves(row: RowReader): { entered: number | null; left: number | null } {
  let entered = row.span('date_start')?.starts ?? null;
  let left = row.span('date_end')?.starts ?? null;
  const note = row.text('note');
  const found = note === null ? null : noteDate.exec(note);
  if (note !== null && found) {
    const day = dayOf(
      `${found[3]}-${(found[2] ?? '').padStart(2, '0')}-${(found[1] ?? '').padStart(2, '0')}`,
    );
    const folded = foldText(note);
    if (/выб|отчисл|перевед\S* в |left/.test(folded)) left ??= day;
    else if (/приб|зачисл|перевед\S* из|прин[яи]т|joined/.test(folded)) entered ??= day;
  }
  return { entered, left };
}

/** Class rolls: who is in which class in a school year. */
export const roll: Kind = {
  fields: [
    ...personFields,
    'birth_date',
    'age',
    'sex',
    'date_start',
    'date_end',
    'note',
    'school_year',
    'class_teacher',
    'grade',
    'address',
    'parent',
  ],
  score({ fields, words, context, holdings, matches }) {
    if (!namesPeople({ fields } as Parameters<typeof namesPeople>[0])) return 0;
    if (
      [
        'event_name',
        'club',
        'score',
        'hours',
        'result',
        'n_participants',
        'creat_fluency',
        'creat_total',
      ].some((id) => fields.has(id as never))
    )
      return 0;
    const agreed = matches.filter(
      (match, at) => match.field === null && (holdings[at]?.share.agreement ?? 0) > 0.6,
    ).length;
    if (agreed >= 3) return 0;
    let score = 0.35;
    if (fields.has('class') || context.class) score += 0.15;
    if (fields.has('birth_date')) score += 0.2;
    if (fields.has('sex')) score += 0.1;
    if (/список|списк|контингент|состав|алфавит|roll|register|enrol/.test(words)) score += 0.2;
    if (context.event !== null || /участник/.test(words)) score -= 0.25;
    return Math.min(1, score);
  },
  missing(plan) {
    return [
      ...(namesPeople(plan) ? [] : [['student_name'] as const]),
      ...(plan.fields.has('class') ||
      plan.context.class ||
      codedTable(plan.table.rows, plan.table.columns.length).sections !== null
        ? []
        : [['class'] as const]),
    ];
  },
  open() {
    return (row) => {
      const pupil = readPersonPart(row);
      const { entered, left } = readMoves(row);
      const schoolYear = row.schoolYear();
      if (pupil && pupil.class === null && row.issues.length === 0)
        row.report('class-missing', 'class', null);
      if (schoolYear === null) row.report('period-unknown', null, null);
      const sex = row.text('sex');
      const born = readBirth(row);
      if (!pupil) return [];
      return [
        {
          kind: 'roll',
          record: {
            ...pupil,
            sex: sex === null ? null : readSex(sex),
            ...born,
            school_year: schoolYear,
            entered,
            left,
            sheet: row.table.sheetIndex,
            row: row.row,
            col: null,
          },
        },
      ];
    };
  },
};
