/** One step of a worked example as it is shown. */
export interface Step {
  /** Its arithmetic, or null where it has none. */
  readonly sum: string | null;
  readonly value: string;
  readonly isResult: boolean;
}

type Language = 'ru' | 'en';

/** What is wrong with a step's sum: its sides differ by more than rounding, or make another number than is shown. */
export function faultOf({ sum, value }: Step, language: Language): string | null {
  const words = (sum ?? '').replace(/exp|ln/g, '');
  // A formula in words repeats what was counted in the step before.
  if (sum === null || /\p{L}/u.test(words)) return null;
  const near =
    4 * 10 ** -Math.max(2, ...(sum.match(/[.,]\d+/g) ?? []).map((tail) => tail.length - 1));
  const shown = readShown(value, language);
  const told: string[] = [];
  const agree = (made: number, wanted: number | undefined, within: number): void => {
    if (!(Math.abs(made - (wanted ?? Number.NaN)) <= within)) told.push(`${made} ≠ ${wanted}`);
  };
  // The two ends of a Newcombe interval; the two of another, ±; or one number.
  const [ends, result] = sum.split('=');
  const isPair = ends?.includes(';') || ends?.includes('±');
  const signs = isPair ? (['-', '+'] as const) : (['+'] as const);
  signs.forEach((sign, end) => {
    const side = ends?.split(';').at(end) ?? ends ?? '';
    const made = reckon(side, language, sign);
    if (result !== undefined) agree(made, reckon(result, language, sign), near);
    const { number, unit } = shown[end] ?? {};
    agree(result === undefined ? made : reckon(result, language, sign), number, near + (unit ?? 0));
  });
  return told.length === 0 ? null : `${plainOf(sum)} → ${plainOf(value)}: ${told.join('; ')}`;
}

/** The numbers of a text with half a unit of their last digit, shares and points as parts of one. */
function readShown(text: string, language: Language): { number: number; unit: number }[] {
  const scale = /%|п\.|pp/.test(text) ? 100 : 1;
  const numbers = plainOf(text).match(/[−+]?\d[\d ,.]*/g) ?? [];
  return numbers.map((one) => {
    const written = bare(one, language).replace(/[.,]$/, '');
    const digits = written.split('.')[1]?.length ?? 0;
    return { number: Number(written) / scale, unit: 0.5 / 10 ** digits / scale };
  });
}

function plainOf(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Reckons a sum as the screen writes it: + − × ÷ √ ² ^ ( ) exp ln, each ± as the sign that is given. Throws on anything else. */
export function reckon(sum: string, language: 'ru' | 'en', sign: '+' | '-' = '+'): number {
  const signs = bare(sum, language).replaceAll('±', sign);
  const parts = signs.match(/\d+(?:\.\d+)?|exp|ln|[-+×÷√²^()]/g) ?? [];
  if (parts.join('') !== signs) throw new Error(`«${sum}» is no sum`);
  let at = 0;
  const take = (...wanted: string[]): string | null => {
    const part = parts[at];
    if (part === undefined || !wanted.includes(part)) return null;
    at += 1;
    return part;
  };
  function value(): number {
    if (take('(')) {
      const inner = terms();
      if (!take(')')) throw new Error(`A bracket of «${sum}» is not closed`);
      return inner;
    }
    if (take('-')) return -powers();
    if (take('√')) return Math.sqrt(value());
    if (take('exp')) return Math.exp(value());
    if (take('ln')) return Math.log(value());
    const number = Number(parts[at]);
    at += 1;
    return number;
  }
  function powers(): number {
    let result = value();
    while (take('²')) result **= 2;
    return take('^') ? result ** value() : result;
  }
  function factors(): number {
    let result = powers();
    for (let sign = take('×', '÷'); sign; sign = take('×', '÷')) {
      if (sign === '×') result *= powers();
      else result /= powers();
    }
    return result;
  }
  function terms(): number {
    take('+');
    let result = factors();
    for (let sign = take('+', '-'); sign; sign = take('+', '-')) {
      if (sign === '+') result += factors();
      else result -= factors();
    }
    return result;
  }
  const result = terms();
  if (at < parts.length || !Number.isFinite(result)) throw new Error(`«${sum}» is no sum`);
  return result;
}

function bare(text: string, language: 'ru' | 'en'): string {
  const plain = text.replace(/\s/g, '').replaceAll('−', '-');
  return language === 'ru' ? plain.replaceAll(',', '.') : plain.replaceAll(',', '');
}
