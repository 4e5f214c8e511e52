/** Code of a language of the app. */
export type LanguageTag = 'ru' | 'en';

const minus = '\u2212';
const noBreak = '\u00a0';

/** Numbers, dates and lists as a language writes them: «1 234,5», «45,7 %», «01.09.2025», U+2212 as minus. */
export class Format {
  readonly language: LanguageTag;
  readonly #numbers = new Map<string, Intl.NumberFormat>();
  #moments: Intl.DateTimeFormat | null = null;
  #collator: Intl.Collator | null = null;

  constructor(language: LanguageTag) {
    this.language = language;
  }

  /** A number with at most (or exactly, when `fixed`) so many decimals. */
  number(value: number, decimals = 0, fixed = true): string {
    const key = `${decimals}|${fixed}`;
    let formatter = this.#numbers.get(key);
    if (!formatter) {
      formatter = new Intl.NumberFormat(this.language === 'ru' ? 'ru-RU' : 'en-GB', {
        minimumFractionDigits: fixed ? decimals : 0,
        maximumFractionDigits: decimals,
        signDisplay: 'negative',
      });
      this.#numbers.set(key, formatter);
    }
    return formatter
      .format(value)
      .replace('-', minus)
      .replace(/[\u202f ]/g, noBreak);
  }

  /** A share of one as per cent: 0.457 → «45,7 %». */
  percent(share: number, decimals = 1): string {
    return this.number(share * 100, decimals) + (this.language === 'ru' ? `${noBreak}%` : '%');
  }

  /** A number that always shows its sign. */
  signed(value: number, decimals = 0): string {
    const text = this.number(value, decimals);
    return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
  }

  /** A day from «YYYY-MM-DD»: «01.09.2025» or «1 Sept 2025». */
  date(iso: string): string {
    const [year, month, day] = iso.slice(0, 10).split('-');
    if (this.language === 'ru') return `${day}.${month}.${year}`;
    return new Intl.DateTimeFormat('en-GB', {
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      timeZone: 'UTC',
    }).format(new Date(`${iso.slice(0, 10)}T00:00:00Z`));
  }

  /** A moment in the reader's own time zone, to the minute. */
  moment(milliseconds: number): string {
    this.#moments ??= new Intl.DateTimeFormat(this.language === 'ru' ? 'ru-RU' : 'en-GB', {
      dateStyle: 'short',
      timeStyle: 'short',
    });
    return this.#moments.format(milliseconds);
  }

  /** A school year by the calendar year of its September: 2025 → «2025/26». */
  schoolYear(year: number): string {
    return `${year}/${String((year + 1) % 100).padStart(2, '0')}`;
  }

  /** A term as a Roman numeral: 4 → «IV». */
  roman(term: number): string {
    return ['0', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII'][term] ?? String(term);
  }

  /** A size of a file: «1,2 МБ». */
  bytes(size: number): string {
    const units = this.language === 'ru' ? ['Б', 'КБ', 'МБ', 'ГБ'] : ['B', 'KB', 'MB', 'GB'];
    let value = size;
    let unit = 0;
    while (value >= 1024 && unit < 3) {
      value /= 1024;
      unit += 1;
    }
    return `${this.number(value, unit > 0 && value < 10 ? 1 : 0)}${noBreak}${units[unit]}`;
  }

  /** «а, б и в» or «a, b and c». */
  list(items: readonly string[]): string {
    return new Intl.ListFormat(this.language, { type: 'conjunction' }).format(items);
  }

  /** Order of two texts by the language's collation; digits by value, so that 5А < 6А < 10А. */
  compare(a: string, b: string): number {
    this.#collator ??= new Intl.Collator(this.language, { numeric: true, sensitivity: 'base' });
    return this.#collator.compare(a, b);
  }
}
