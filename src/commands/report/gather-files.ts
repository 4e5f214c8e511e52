import { basename } from 'node:path';
import type { Locale } from '#lib/i18n/locale.ts';
import type { Programme } from '#lib/model/programme.ts';
import { isFolder, walkFiles } from '../check/walk.ts';
import { countFiles, type CountedFiles } from './counted-files.ts';
import { readFiles, type UnreadFile } from './read-files.ts';
import { complain, Stop } from './stop.ts';
import type { Wish } from './wish.ts';

const soundsLikeTables =
  /\.(?:csv|tsv|tab|txt|xlsx?|xlsm|xlsb|xlt|xltx|ods|fods|ots|numbers|html?|mht|xml|zip)$/i;
const shownNames = 5;

function unreadLine({ file, reason }: UnreadFile, { t }: Locale): string {
  const words =
    typeof reason === 'string'
      ? t.reporting.unread[reason]
      : t.issues.sentences[reason.code](reason.params);
  return t.reporting.colon(file, words);
}

/** The files to be read: those that were named, and of the folders what sounds like tables; says what is passed over. */
function listFiles(paths: readonly string[], { t, format }: Locale): string[] {
  const inFolders = paths.filter(isFolder).flatMap((folder) => walkFiles([folder]));
  const passedOver = new Set(inFolders.filter((path) => !soundsLikeTables.test(path)));
  for (const path of paths) passedOver.delete(path);
  if (passedOver.size > 0) {
    const names = [...passedOver].slice(0, shownNames).map((path) => basename(path));
    const words = t.reporting.passedOver;
    const list = [...names, ...(passedOver.size > shownNames ? ['…'] : [])].join(', ');
    complain([words(passedOver.size, format.number(passedOver.size), list)]);
  }
  return walkFiles(paths).filter((path) => !passedOver.has(path));
}

/** The files that count; stops where one cannot be read and nobody said to go on without it, or where none has records. */
export async function gatherFiles(
  { paths, isLenient }: Wish,
  programme: Programme,
  locale: Locale,
): Promise<CountedFiles> {
  const { unread: words, noFiles } = locale.t.reporting;
  const { files, unread } = await readFiles(listFiles(paths, locale), programme);
  const lines = unread.map((one) => unreadLine(one, locale));
  const text = locale.format.number(unread.length);
  if (unread.length > 0 && !isLenient) {
    throw new Stop([...lines, words.stopped(unread.length, text)]);
  }
  if (unread.length > 0) complain([...lines, words.skipped(unread.length, text)]);
  if (files.length === 0) throw new Stop([noFiles]);
  return countFiles(files);
}
