import { foldText } from '#lib/i18n/fold.ts';
import type { Proposal, RepairReason } from '#lib/model/issue.ts';
import type { Lexicon, LexiconList, LexiconMember } from '../lexicon.ts';
import { isOneSlip } from '../star/matches/likeness.ts';
import { inCyrillic, longestProposed } from './proposals.ts';

const shortest = 4;

interface FoldedName {
  readonly text: string;
  readonly words: readonly string[];
}

interface FoldedMember {
  readonly member: LexiconMember;
  readonly names: readonly FoldedName[];
}

const wordsOf = (text: string) => text.split(/[^\p{L}\d]+/u).filter((word) => word.length > 2);
const foldedLists = new WeakMap<readonly LexiconMember[], readonly FoldedMember[]>();

/** The members of a list with their names folded, made once for each list. */
function foldMembers(members: readonly LexiconMember[]): readonly FoldedMember[] {
  const known = foldedLists.get(members);
  if (known) return known;
  const folded = members.map((member) => ({
    member,
    names: member.names.map((name) => {
      const text = foldText(name);
      return { text, words: wordsOf(text) };
    }),
  }));
  foldedLists.set(members, folded);
  return folded;
}

/** The only member with a name that fits, or null. */
function only(
  members: readonly FoldedMember[],
  fits: (name: FoldedName) => boolean,
): LexiconMember | null {
  const found = members.filter(({ names }) => names.some(fits));
  return found.length === 1 ? (found[0]?.member ?? null) : null;
}

/** Whether every word of a name stands among some words, each with one slip at most. */
function holdsWords(held: readonly string[], due: readonly string[]): boolean {
  return (
    due.some((word) => word.length >= shortest) &&
    due.every((word) =>
      held.some((own) => own === word || (word.length >= 5 && isOneSlip(own, word))),
    )
  );
}

/**
 * The member of a list that an unknown text probably names: after stray digits and look-alike letters are put right, one slip
 * away, as a beginning, or by its words. The proposed text is the member's name for people and is recognised again.
 */
export function proposeMember(text: string, list: LexiconList, lexicon: Lexicon): Proposal | null {
  if (text.length > longestProposed) return null;
  const members = foldMembers(lexicon.members[list]);
  const byId = (id: string | null) =>
    lexicon.members[list].find((member) => member.id === id) ?? null;
  const folded = foldText(text);
  const bare = folded.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  const held = wordsOf(folded);
  const slip = (a: string, b: string) => b.length >= shortest && isOneSlip(a, b);
  const tries: readonly (readonly [RepairReason, () => LexiconMember | null])[] = [
    ['letters-alike', () => byId(lexicon.find(list, inCyrillic(text)))],
    [
      'one-letter',
      () => (bare !== folded && bare.length >= shortest ? byId(lexicon.find(list, bare)) : null),
    ],
    ['one-letter', () => only(members, (name) => slip(folded, name.text) || slip(bare, name.text))],
    [
      'known-name',
      () => (bare.length < shortest ? null : only(members, (name) => name.text.startsWith(bare))),
    ],
    ['words-alike', () => only(members, (name) => holdsWords(held, name.words))],
  ];
  for (const [reason, find] of tries) {
    const member = find();
    if (member === null) continue;
    const to =
      /[а-яё]/i.test(member.name.ru) && !/^[a-z\s\d-]+$/i.test(text)
        ? member.name.ru
        : member.name.en;
    if (lexicon.find(list, to) === member.id) return { to, reason, params: {} };
  }
  return null;
}
