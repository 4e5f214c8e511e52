import type { Table } from '#lib/model/table.ts';

/** A table whose headings all begin or end with the same floor («Отчёт за III четверть / ФИО») with that floor made a title. */
export function liftSharedFloors(table: Table): Table {
  let columns = table.columns;
  const lifted: string[] = [];
  for (let turn = 0; turn < 3 && columns.length > 1; turn += 1) {
    const floors = columns.map((column) => column.heading.split(' / '));
    if (floors.some((own) => own.length < 2)) break;
    const [head] = floors;
    const first = head?.[0] ?? '';
    const last = head?.at(-1) ?? '';
    const atTop = floors.every((own) => own[0] === first);
    const atEnd = !atTop && floors.every((own) => own.at(-1) === last);
    if (!atTop && !atEnd) break;
    lifted.push(atTop ? first : last);
    columns = columns.map((column, place) => ({
      ...column,
      heading: (atTop ? floors[place]?.slice(1) : floors[place]?.slice(0, -1))?.join(' / ') ?? '',
    }));
  }
  return lifted.length === 0 ? table : { ...table, columns, title: [...table.title, ...lifted] };
}
