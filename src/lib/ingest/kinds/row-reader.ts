import type { CellValue } from '#lib/model/sheet.ts';
import type { Table, TableRow } from '#lib/model/table.ts';
import { periodOf } from '#lib/programme/calendar.ts';
import { readAbsence } from '#lib/sheets/values/absence.ts';
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

const remembered = 20_000;

/** Reads what the cells of a row mean in the school: names, classes, dates, school years, terms. */
export class RowReader extends CellReader {
  readonly lexicon: Lexicon;
  readonly context: Context;
  readonly #sections = new Map<string, Context>();
  readonly #people = new Map<string, PersonName | null>();
  readonly #dates = new Map<string, Span | 'impossible' | null>();
  readonly #terms = new Map<number, { schoolYear: number; term: number } | null>();
  readonly #readClass = remember(readClass);
  readonly #readVague = remember((text: string) => readVagueTime(text, this.lexicon));
  #around: Context;

  constructor(table: Table, matches: readonly FieldMatch[], lexicon: Lexicon, context: Context) {
    super(table, matches);
    this.lexicon = lexicon;
    this.context = context;
    this.#around = context;
  }

  /** Turns to the next row. */
  override turnTo(row: TableRow): void {
    super.turnTo(row);
    this.#around = row.section === null ? this.context : this.#under(row.section);
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
    const first = this.text('first_name');
    const patronymic = this.text('patronymic');
    const key = `${whole ?? ''}|${last ?? ''}|${first ?? ''}|${patronymic ?? ''}`;
    let read = this.#people.get(key);
    if (read === undefined) {
      read =
        whole !== null && last === null
          ? readPerson(whole)
          : joinPerson(last ?? whole, first, patronymic);
      if (this.#people.size > remembered) this.#people.clear();
      this.#people.set(key, read);
    }
    const field: FieldId = this.has('student_name') ? 'student_name' : 'last_name';
    if (!read) {
      const written = whole ?? last;
      const proposal = written === null ? null : proposeName(written);
      this.report('name-missing', field, written, proposal);
    }
    return read;
  }

  /** Id of the member of a list of the programme that a field names; an unrecognised one is reported. */
  member(field: FieldId, list: LexiconList): string | null {
    const text = this.text(field);
    if (text === null) return null;
    const found = this.lexicon.find(list, text);
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
    const read = this.#readClass(text);
    if (read === null && (due || !namesSeveralClasses(text)))
      this.report('class-unknown', 'class', text, proposeClass(text));
    return read;
  }

  /** The days of a field; an impossible or unreadable date is reported. */
  span(field: FieldId): Span | null {
    const cell = this.cell(field);
    if (cell === null || readAbsence(cell) !== null) return null;
    const text = readText(cell);
    if (text === null) return null;
    const year = this.schoolYear();
    const key = `${typeof cell}|${text}|${year ?? ''}`;
    let read = this.#dates.get(key);
    if (read === undefined) {
      read = this.#readSpan(cell, year);
      if (this.#dates.size > remembered) this.#dates.clear();
      this.#dates.set(key, read);
    }
    if (read !== null && read !== 'impossible') return read;
    const code = read === null ? 'date-unknown' : 'date-impossible';
    this.report(code, field, text, proposeDate(text, year));
    return null;
  }

  #readSpan(cell: CellValue, schoolYear: number | null): Span | 'impossible' | null {
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
    const text = this.text('school_year');
    const stated =
      text === null
        ? null
        : (findSchoolYear(text) ?? (/^20\d\d$/.test(text) ? Number(text) : null));
    return stated ?? this.#around.schoolYear;
  }

  /** The term stated in the row, else around it. */
  term(): number | null {
    const text = this.text('term');
    if (text === null) return this.#around.term;
    return (
      findTerm(text, this.lexicon.programme) ??
      findTerm(`${text} четверть`, this.lexicon.programme) ??
      this.#around.term
    );
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
    const text = this.text('event_date');
    return text === null || text.length > 80 ? null : this.#readVague(text);
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
