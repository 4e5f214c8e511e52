import { LiveFigure } from './figures.js';
import { make, makeButton, readData } from './parts.js';
import { Presentation } from './presentation.js';
import { watchWidths } from './sideways.js';

/** @typedef {import('./figures.js').Drawn} Drawn */
/** @typedef {{ main: HTMLElement, figures: LiveFigure[] }} Side */

const snapshot = readData('snapshot');
const allWords = readData('words');
const seal = readData('seal');
const template = document.getElementById('other');
const toolbar = make('aside', '');
toolbar.id = 'toolbar';

/** @type {Map<string, Side>} */
const sides = new Map();
let language = document.documentElement.lang;
const words = () => allWords[language];
const side = () => {
  const known = sides.get(language);
  if (!known) throw new Error('a language that the file does not have');
  return known;
};
const presentation = new Presentation(
  () => ({ ...side(), words: words() }),
  () => speak(words().otherLanguageTag),
);

/**
 * Brings the marks of the pictures to life and tells who signed.
 * @param {HTMLElement} main
 */
function addSide(main) {
  const pieces = snapshot.pages.flatMap((/** @type {any} */ page) => page.pieces);
  const drawn = pieces.filter((/** @type {any} */ piece) => piece.kind === 'figure');
  const own = allWords[main.lang];
  const figures = drawn.flatMap((/** @type {any} */ piece, /** @type {number} */ index) => {
    const figure = main.querySelector(`#figure-${index + 1}`);
    const drawing = figure?.querySelector('.drawing');
    if (!(figure instanceof HTMLElement && drawing instanceof SVGElement)) return [];
    const isPresenting = () => presentation.isOn;
    const around = { keys: own.marks, isPresenting };
    return [new LiveFigure(figure, drawing, piece.drawing[main.lang], around)];
  });
  const facts = main.querySelector('#certificate dl');
  if (seal?.signature && facts) {
    facts.append(
      make('dt', '', own.signed),
      make('dd', '', seal.signature.name),
      make('dd', '', own.unchecked),
    );
  }
  watchWidths(main);
  sides.set(main.lang, { main, figures });
}

function write() {
  const { main } = side();
  const own = words();
  const tables = [...main.querySelectorAll('details')];
  const areOpen = tables.length > 0 && tables.every((table) => table.open);
  const turn = makeButton(own.otherLanguage, () => speak(own.otherLanguageTag));
  turn.lang = own.otherLanguageTag;
  const open = makeButton(areOpen ? own.closeTables : own.openTables, () => {
    for (const table of tables) table.open = !areOpen;
    write();
    [...toolbar.querySelectorAll('button')].at(-3)?.focus();
  });
  toolbar.setAttribute('aria-label', own.toolbar);
  toolbar.replaceChildren(
    turn,
    ...(tables.length > 0 ? [open] : []),
    makeButton(own.print, () => print()),
    makeButton(own.present, () => presentation.enter(), 'main'),
  );
}

/** @param {string} tag */
function speak(tag) {
  const before = side().main;
  const read = [...before.querySelectorAll('.page')].filter(
    (page) => page.getBoundingClientRect().top < innerHeight / 3,
  );
  presentation.through(() => {
    language = tag;
    before.replaceWith(side().main);
    document.documentElement.lang = tag;
    const title = side().main.querySelector('h1')?.textContent;
    document.title = [title, snapshot.school].filter(Boolean).join(' · ');
    write();
  });
  if (presentation.isOn) return;
  const place = read.at(-1);
  if (place && place.id !== 'cover') document.getElementById(place.id)?.scrollIntoView();
  toolbar.querySelector('button')?.focus({ preventScroll: true });
}

const first = document.querySelector('main');
const second =
  template instanceof HTMLTemplateElement ? template.content.querySelector('main') : null;
if (first && second) {
  addSide(first);
  addSide(document.importNode(second, true));
  document.body.prepend(toolbar);
  write();
}
