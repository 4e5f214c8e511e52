/** Shows a text without names; `isCell` where it is all of a cell of a table. */
export type HideText = (text: string, isCell: boolean) => string;

/** Texts of a page that stand in attributes. */
const attributes = ['aria-label', 'aria-description', 'aria-valuetext', 'title', 'alt'];
const cells =
  'td, th, [role="gridcell"], [role="cell"], [role="rowheader"], [role="option"], option';
/** Where a person writes: the texts are not replaced, but cannot be read. */
const written = '[contenteditable="true"], input, textarea';
const mark = 'data-names-hidden';

interface Shown {
  readonly original: string;
  readonly shown: string;
}

/**
 * Hides names in whatever a page shows, now and as it changes, before it is painted; what people write is made unreadable where
 * it holds a name. Every screen is covered, the next one too, since it is the page that is watched.
 */
export class PageNames {
  readonly #root: HTMLElement;
  readonly #hide: HideText;
  readonly #observer: MutationObserver;
  readonly #texts = new WeakMap<Text, Shown>();
  readonly #attributes = new WeakMap<Element, Map<string, Shown>>();
  readonly #listen = (event: Event): void => this.#markWritten(event.target);

  /** Begins to hide. */
  constructor(root: HTMLElement, hide: HideText) {
    this.#root = root;
    this.#hide = hide;
    this.#observer = new MutationObserver((changes) => this.#follow(changes));
    this.#hideWithin(root);
    root.addEventListener('input', this.#listen);
    this.#observe();
  }

  /** Hides everything again, by what is known of names now. */
  again(): void {
    this.#showWithin(this.#root);
    this.#hideWithin(this.#root);
    this.#observer.takeRecords();
  }

  /** Shows the names again. */
  stop(): void {
    this.#observer.disconnect();
    this.#root.removeEventListener('input', this.#listen);
    this.#showWithin(this.#root);
  }

  #observe(): void {
    this.#observer.observe(this.#root, {
      subtree: true,
      childList: true,
      characterData: true,
      attributeFilter: attributes,
    });
  }

  #follow(changes: readonly MutationRecord[]): void {
    for (const { type, target, addedNodes, attributeName } of changes) {
      if (type === 'characterData' && target instanceof Text) this.#hideText(target);
      else if (type === 'attributes' && target instanceof Element && attributeName !== null) {
        this.#hideAttribute(target, attributeName);
      } else for (const node of addedNodes) this.#hideWithin(node);
    }
    // What was written just now is no news.
    this.#observer.takeRecords();
  }

  #hideWithin(node: Node): void {
    for (const one of nodesOf(node)) {
      if (one instanceof Text) this.#hideText(one);
      else if (one instanceof Element) {
        for (const name of attributes) this.#hideAttribute(one, name);
        this.#markWritten(one);
      }
    }
  }

  #hideText(text: Text): void {
    const known = this.#texts.get(text);
    if (known?.shown === text.data || text.data.trim() === '') return;
    const parent = text.parentElement;
    if (!parent || parent.closest('script, style')) return;
    const editor = parent.closest(written);
    if (editor) return this.#markWritten(editor);
    const cell = parent.closest(cells);
    const isCell = cell?.textContent.trim() === text.data.trim();
    const original = text.data;
    const shown = this.#hide(original, isCell);
    this.#texts.set(text, { original, shown });
    if (shown !== original) text.data = shown;
  }

  #hideAttribute(element: Element, name: string): void {
    const original = element.getAttribute(name);
    const known = this.#attributes.get(element) ?? new Map<string, Shown>();
    if (original === null || known.get(name)?.shown === original) return;
    const shown = this.#hide(original, false);
    if (shown === original) {
      known.delete(name);
      return;
    }
    this.#attributes.set(element, known.set(name, { original, shown }));
    element.setAttribute(name, shown);
  }

  #markWritten(target: unknown): void {
    if (!(target instanceof Element)) return;
    const editor = target.closest(written);
    if (!editor) return;
    const isField = editor instanceof HTMLInputElement || editor instanceof HTMLTextAreaElement;
    const text = isField ? editor.value : editor.textContent;
    const hasName = this.#hide(text, true) !== text;
    if (hasName !== editor.hasAttribute(mark)) editor.toggleAttribute(mark, hasName);
  }

  #showWithin(node: Node): void {
    for (const one of nodesOf(node)) {
      if (one instanceof Text) {
        const known = this.#texts.get(one);
        if (known?.shown === one.data && known.shown !== known.original) one.data = known.original;
        this.#texts.delete(one);
      } else if (one instanceof Element) {
        for (const [name, { original, shown }] of this.#attributes.get(one) ?? []) {
          if (one.getAttribute(name) === shown) one.setAttribute(name, original);
        }
        this.#attributes.delete(one);
        one.removeAttribute(mark);
      }
    }
  }
}

function* nodesOf(root: Node): Generator<Node> {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node: Node | null = root; node; node = walker.nextNode()) yield node;
}
