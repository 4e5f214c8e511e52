/** Things by number, put together where they turn out to be one. */
export class Clusters {
  readonly #root: number[] = [];
  readonly #members: (number[] | null)[] = [];

  /** `size` things, each by itself. */
  constructor(size = 0) {
    for (let count = 0; count < size; count += 1) this.add();
  }

  /** How many things there are. */
  get size(): number {
    return this.#root.length;
  }

  /** One more thing by itself; gives its number. */
  add(): number {
    const index = this.#root.length;
    this.#root.push(index);
    this.#members.push(null);
    return index;
  }

  /** The first of the things that this one is put together with. */
  root(index: number): number {
    return this.#root[index] ?? index;
  }

  /** The things that this one is put together with, itself among them. */
  members(index: number): readonly number[] {
    const root = this.root(index);
    return this.#members[root] ?? [root];
  }

  /** Whether two things are put together. */
  isOne(a: number, b: number): boolean {
    return this.root(a) === this.root(b);
  }

  /** Puts two things together. */
  join(a: number, b: number): void {
    const [first, second] = [this.root(a), this.root(b)].sort((x, y) => x - y) as [number, number];
    if (first === second) return;
    const moved = this.members(second);
    this.#members[first] = [...this.members(first), ...moved];
    for (const member of moved) this.#root[member] = first;
    this.#members[second] = null;
  }

  /** The first of each group with all of the group, in order. */
  groups(): (readonly number[])[] {
    return this.#root.flatMap((root, index) => (root === index ? [this.members(index)] : []));
  }
}
