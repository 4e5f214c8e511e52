import type { CellValue } from '#lib/model/sheet.ts';
import type { Table } from '#lib/model/table.ts';
import { periodOf } from '#lib/programme/calendar.ts';
import { readDate } from '#lib/sheets/values/date.ts';
import { readText } from '#lib/sheets/values/text.ts';
import { namesSeveralClasses, readClass, type ClassName } from '../class-name.ts';
import { findSchoolYear, findTerm, readContext, type Context } from '../context.ts';
import { dayOf, isoOf, schoolYearOf } from '../day.ts';
import type { FieldId } from '../fields/catalogue.ts';
import type { FieldMatch } from '../fields/match.ts';
import type { Lexicon, LexiconList } from '../lexicon.ts';
import { joinPerson, readPerson, type PersonName } from '../person-name.ts';
import { remember } from '../remember.ts';
import { CellReader } from './cell-reader.ts';
import type { TextReader } from './column-cells.ts';
import { proposeMember } from './known-words.ts';
import { proposeClass, proposeDate, proposeName } from './proposals.ts';
import { daysOfHalf, readVagueTime, type VagueTime } from './vague-time.ts';

/** A span of days; `exact` is false when only a month or less is known. */
export interface Span {
  readonly starts: number;
  readonly ends: number;
  readonly exact: boolean;
}

/** When something happened: its days if known, the school year and term that they or the context name. */
export interface When {
  readonly span: Span | null;
  readonly schoolYear: number | null;
  readonly term: number | null;
}

type SpanReading = Span | 'impossible' | null;

const partMark = '\u0001';

/** The name in a surname, a first name and a patronymic that are joined by marks. */
const readParts = (joined: string): PersonName | null => {
  const [last = '', first = '', patronymic = ''] = joined.split(partMark);
  return joinPerson(last, first || null, patronymic || null);
};

const readYear = (text: string): number | null =>
  findSchoolYear(text) ?? (/^20\d\d$/.test(text) ? Number(text) : null);

/** Reads what the cells of a row mean in the school: names, classes, dates, school years, terms. */
export class RowReader extends CellReader {
  readonly lexicon: Lexicon;
  readonly context: Context;
  readonly #sections = new Map<string, Context>();
  /** Readers of days by the school year around them. */
  readonly #dates = new Map<number | null, TextReader<SpanReading>>();
  readonly #terms = new Map<number, { schoolYear: number; term: number } | null>();
  readonly #readParts = remember(readParts);
  readonly #readTerm = (text: string): number | null =>
    findTerm(text, this.lexicon.programme) ?? findTerm(`${text} четверть`, this.lexicon.programme);
  readonly #readVague = (text: string): VagueTime | null => readVagueTime(text, this.lexicon);
  readonly #finders: Readonly<Record<LexiconList, TextReader<string | null>>>;
  #around: Context;

  constructor(table: Table, matches: readonly FieldMatch[], lexicon: Lexicon, context: Context) {
    super(table, matches);
    this.lexicon = lexicon;
    this.#finders = {
      level: (text) => lexicon.level(text),
      result: (text) => lexicon.result(text),
      role: (text) => lexicon.role(text),
      direction: (text) => lexicon.direction(text),
      block: (text) => lexicon.block(text),
    };
    this.context = context;
    this.#around = context;
  }

  /** Turns to the row at a place of the table. */
  override turnTo(place: number): void {
    super.turnTo(place);
    const { section } = this;
    this.#around = section === null ? this.context : this.#under(section);
  }

  /** The context of a section: what its heading says, else what is said around the table. */
  #under(section: string): Context {
    const known = this.#sections.get(section);
    if (known) return known;
    const own = readContext([{ source: 'section', text: section }], this.lexicon);
    const merged = { ...this.context, evidence: { ...this.context.evidence, ...own.evidence } };
    for (const [name, value] of Object.entries(own)) {
      if (name !== 'evidence' && value !== null) Object.assign(merged, { [name]: value });
    }
    this.#sections.set(section, merged);
    return merged;
  }

  /** What the texts around the current row say: its section, the title, the sheet's and the file's name. */
  get around(): Context {
    return this.#around;
  }

  /** The name at a field, or of its separate columns; a missing or unreadable one is reported. */
  person(): PersonName | null {
    const whole = this.text('student_name');
    const last = this.text('last_name');
    const isWhole = whole !== null && last === null;
    const read = isWhole ? this.told('student_name', readPerson) : this.#joined(last);
    const field: FieldId = this.has('student_name') ? 'student_name' : 'last_name';
    if (!read) {
      const written = whole ?? last;
      const proposal = written === null ? null : proposeName(written);
      this.report('name-missing', field, written, proposal);
    }
    return read;
  }

  /** The name out of a surname and the other parts in columns of their own. */
  #joined(last: string | null): PersonName | null {
    const first = this.text('first_name') ?? '';
    return this.#readParts([last ?? '', first, this.text('patronymic') ?? ''].join(partMark));
  }

  /** Id of the member of a list of the programme that a field names; an unrecognised one is reported. */
  member(field: FieldId, list: LexiconList): string | null {
    const text = this.text(field);
    if (text === null) return null;
    const found = this.told(field, this.#finders[list]);
    if (found === null) {
      const proposal = proposeMember(text, list, this.lexicon);
      this.report(`${list}-unknown`, field, text, proposal);
    }
    return found;
  }

  /**
   * The class of the row: its column, else the section, sheet or title. An unreadable one is reported, and so is a dash
   * where a class was due; an empty cell is reported if `due`, and so are several classes at once.
   */
  class(due: boolean): ClassName | null {
    const text = this.text('class');
    if (text === null) {
      const marked = readText(this.cell('class'));
      if (this.#around.class === null && this.has('class') && (due || marked !== null))
        this.report('class-missing', 'class', marked);
      return this.#around.class;
    }
    const read = this.told('class', readClass);
    if (read === null && (due || !namesSeveralClasses(text)))
      this.report('class-unknown', 'class', text, proposeClass(text));
    return read;
  }

  /** The days of a field; an impossible or unreadable date is reported. */
  span(field: FieldId): Span | null {
    const cell = this.cell(field);
    const text = this.text(field);
    if (text === null) return null;
    const year = this.schoolYear();
    const read =
      typeof cell === 'string' ? this.told(field, this.#datesOf(year)) : this.#readSpan(cell, year);
    if (read !== null && read !== 'impossible') return read;
    const code = read === null ? 'date-unknown' : 'date-impossible';
    this.report(code, field, text, proposeDate(text, year));
    return null;
  }

  #datesOf(year: number | null): TextReader<SpanReading> {
    const known = this.#dates.get(year);
    if (known) return known;
    const read = (text: string) => this.#readSpan(text, year);
    this.#dates.set(year, read);
    return read;
  }

  #readSpan(cell: CellValue, schoolYear: number | null): SpanReading {
    const hint = {
      serial: true,
      ...(schoolYear === null ? {} : { year: schoolYear, firstMonth: 8 }),
    };
    const reading = readDate(cell, hint);
    if (reading === null) return null;
    if (reading.kind === 'impossible') return 'impossible';
    return {
      starts: dayOf(reading.starts),
      ends: dayOf(reading.ends),
      exact: reading.kind !== 'month',
    };
  }

  /** The school year stated in the row, else around it. */
  schoolYear(): number | null {
    return this.told('school_year', readYear) ?? this.#around.schoolYear;
  }

  /** The term stated in the row, else around it. */
  term(): number | null {
    return this.told('term', this.#readTerm) ?? this.#around.term;
  }

  /** School year and term of a day by the programme's calendar; null outside of it. */
  termOf(day: number): { schoolYear: number; term: number } | null {
    let found = this.#terms.get(day);
    if (found === undefined) {
      const index = periodOf(this.lexicon.programme, isoOf(day));
      const period = index === null ? undefined : this.lexicon.programme.periods[index];
      found = period ? { schoolYear: period.schoolYear, term: period.term } : null;
      this.#terms.set(day, found);
    }
    return found;
  }

  /** The time without days that the row's date names instead of days. */
  #vague(): VagueTime | null {
    return this.told('event_date', this.#readVague);
  }

  /** What a vague time and the texts around say, where no days are known. */
  #withoutDays(vague: VagueTime | null): When {
    const schoolYear = this.schoolYear();
    if (vague?.kind === 'half' && schoolYear !== null) {
      const [first, last] = daysOfHalf(schoolYear, vague.half);
      const span = { starts: dayOf(first), ends: dayOf(last), exact: false };
      return { span, schoolYear, term: this.termOf(span.starts)?.term ?? null };
    }
    return { span: null, schoolYear, term: vague?.kind === 'term' ? vague.term : this.term() };
  }

  /**
   * When the row's event was, from its date columns, else the context; reports a date outside the calendar, and if `required` a
   * time that is not known to the term, or to the year where that is enough.
   */
  when(required: boolean | 'year'): When {
    const vague = this.#vague();
    const start = vague ? null : (this.span('event_date') ?? this.span('date_start'));
    const end = this.has('event_date') || start === null ? null : this.span('date_end');
    const stamp =
      start === null && !vague && !this.has('event_date') && !this.has('date_start')
        ? this.span('timestamp')
        : null;
    const span = start ? { ...start, ends: Math.max(start.ends, end?.ends ?? start.ends) } : stamp;
    if (span) {
      const at = this.termOf(span.starts) ?? this.termOf(span.ends);
      if (at) return { span, schoolYear: at.schoolYear, term: at.term };
      const field = this.has('event_date') ? 'event_date' : 'date_start';
      const text = this.text('event_date') ?? this.text('date_start');
      const year = this.around.schoolYear;
      this.report('period-unknown', field, text, text === null ? null : proposeDate(text, year));
      return { span, schoolYear: schoolYearOf(span.starts), term: null };
    }
    const when = this.#withoutDays(vague);
    const enough = required === 'year' || vague?.kind === 'year' || when.term !== null;
    if (required !== false && this.issues.length === 0 && (when.schoolYear === null || !enough))
      this.report('date-missing', this.has('event_date') ? 'event_date' : null, null);
    return when;
  }
}
