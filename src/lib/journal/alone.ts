/** Runs something while no other tab runs anything under this name; where there are no locks, transactions keep apart by themselves. */
export function alone<T>(name: string, act: () => Promise<T>): Promise<T> {
  const locks = (navigator as Partial<Navigator>).locks;
  return locks ? locks.request(name, act) : act();
}
