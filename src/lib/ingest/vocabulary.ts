import { foldText } from '#lib/i18n/fold.ts';

const endings =
  /(?:ыми|ими|ого|его|ому|ему|ами|ями|ой|ый|ий|ая|яя|ое|ее|ые|ие|ых|их|ую|юю|ом|ем|ам|ям|ах|ях|ов|ев|ей|а|я|о|е|ы|и|у|ю|ь|й)$/;
const ordinals: readonly (readonly [RegExp, string])[] = [
  [/^(?:i|перв(?:ый|ая|ое|ой|ого)|first|1st)$/, '1'],
  [/^(?:ii|втор(?:ой|ая|ое|ого)|second|2nd)$/, '2'],
  [/^(?:iii|трет(?:ий|ья|ье|ьей|ьего)|third|3rd)$/, '3'],
  [/^(?:iv|четверт(?:ый|ая|ое|ой|ого)|fourth|4th)$/, '4'],
];

/** The words of a text folded for comparing meanings: endings cut, Roman numerals and ordinals as digits. */
export function stemWords(text: string): string[] {
  return foldText(text)
    .replace(/(\d)\s*-\s*(?:[а-я]{1,2})(?![а-я])/g, '$1')
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== '')
    .map((word) => {
      for (const [form, digit] of ordinals) if (form.test(word)) return digit;
      if (word.length < 5) return word;
      const cut = word.replace(endings, '');
      return cut.length >= 3 ? cut : word;
    });
}

interface Entry {
  readonly id: string;
  readonly stems: readonly string[];
}

/** Recognises the members of one list of the programme (levels, results, directions …) by all their names. */
export class Vocabulary {
  readonly #exact = new Map<string, string>();
  readonly #entries: Entry[] = [];
  readonly #known = new Map<string, string | null>();
  readonly #ignored: ReadonlySet<string>;

  /** `ignored` are words that carry no meaning in this list, such as «уровень» for levels. */
  constructor(
    members: readonly { readonly id: string; readonly names: readonly string[] }[],
    ignored: readonly string[] = [],
  ) {
    this.#ignored = new Set(ignored.flatMap(stemWords));
    for (const { id, names } of members) {
      for (const name of names) {
        const stems = this.#stems(name);
        if (stems.length === 0) continue;
        const key = stems.join(' ');
        if (!this.#exact.has(key)) this.#exact.set(key, id);
        this.#entries.push({ id, stems });
      }
    }
  }

  #stems(text: string): string[] {
    const stems = stemWords(text);
    const telling = stems.filter((stem) => !this.#ignored.has(stem));
    return telling.length > 0 ? telling : stems;
  }

  /** The id of the member that a text names: exactly, else the one whose longest name lies whole in the text; null if none or tied. */
  find(text: string): string | null {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const id = this.#search(text);
    if (this.#known.size > 20_000) this.#known.clear();
    this.#known.set(text, id);
    return id;
  }

  #search(text: string): string | null {
    const stems = this.#stems(text);
    if (stems.length === 0) return null;
    const exact = this.#exact.get(stems.join(' '));
    if (exact !== undefined) return exact;
    if (stems.length > 12) return null;
    const held = new Set(stems);
    let best: string | null = null;
    let length = 0;
    for (const entry of this.#entries) {
      if (entry.stems.length < length || !entry.stems.every((stem) => held.has(stem))) continue;
      if (entry.stems.length > length) best = entry.id;
      else if (best !== entry.id) best = null;
      length = entry.stems.length;
    }
    return best;
  }
}
