const addresses = import.meta.glob<string>('/data-samples/*.{csv,tsv,txt,xlsx,xls,ods}', {
  query: '?url',
  import: 'default',
  eager: true,
});

/** Names of the demonstration's files. */
export const demonstrationNames: readonly string[] = Object.keys(addresses).map(nameOf);

/** The demonstration's files, fetched from the app's own origin; rejects when one of them is not there. */
export function openDemonstration(): Promise<File[]> {
  return Promise.all(
    Object.entries(addresses).map(async ([path, address]) => {
      const response = await fetch(address);
      if (!response.ok) throw new Error(`The demonstration file ${nameOf(path)} did not open`);
      return new File([await response.blob()], nameOf(path), { lastModified: 0 });
    }),
  );
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
