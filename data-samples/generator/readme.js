/** @import { SampleFile, Share } from './types.js' */

/** @typedef {ReturnType<typeof import('./expected.js').describeSample>} Expected */

/** @type {Record<string, string>} */
const kinds = {
  roll: 'class roll',
  participations: 'participations',
  superseded: 'participations (superseded)',
  events: 'events',
  headcounts: 'headcounts',
  'volunteer-hours-wide': 'volunteer hours',
  partners: 'partners',
  torrance: 'Torrance',
  johnson: 'Johnson',
  'survey-civic': 'civic survey',
  'survey-wellbeing': 'wellbeing survey',
};

/** @param {string[][]} rows */
function printTable(rows) {
  const sizes = (rows[0] ?? []).map((_, column) =>
    Math.max(3, ...rows.map((row) => (row[column] ?? '').length)),
  );
  const lines = rows.map(
    (row) => `| ${row.map((cell, column) => cell.padEnd(sizes[column] ?? 0)).join(' | ')} |`,
  );
  const rule = `| ${sizes.map((size) => '-'.repeat(size)).join(' | ')} |`;
  return [lines[0], rule, ...lines.slice(1)].join('\n');
}

/** @param {number} value */
function printPercent(value) {
  return `${(value * 100).toFixed(1)} %`;
}

/** @param {Share} share */
function printShare({ x, n }) {
  return `${x} of ${n} (${printPercent(x / n)})`;
}

/** @param {number} value */
function printPoints(value) {
  return `${value < 0 ? '−' : '+'}${Math.abs(value * 100).toFixed(1)}`;
}

/** @param {Expected['truths']['realRise']['total']} change */
function printChange({ before, after, difference, lower, upper }) {
  return `${printShare(before)} → ${printShare(after)}, ${printPoints(difference)} p.p., 95 % interval ${printPoints(lower)} to ${printPoints(upper)}`;
}

/** @param {Expected['truths']['realRise']['grades']} grades */
function printGrades(grades) {
  return Object.entries(grades)
    .map(([name, { difference }]) => `${name}: ${printPoints(difference)}`)
    .join(', ');
}

/** @param {Expected} expected */
function listTruths({ truths }) {
  const { realRise, mixOnly, maskedFall, outlyingClass, silentContracts, correctedFile } = truths;
  const outside = Object.entries(outlyingClass.quarters)
    .map(
      ([key, { own, lowerLimitCount }]) => `${key} ${own.x} of ${own.n} (limit ${lowerLimitCount})`,
    )
    .join('; ');
  return [
    `1. **A real rise.** Reach of block II, IV quarter of 2025/26 against 2024/25: ${printChange(realRise.total)}. By grade, p.p.: ${printGrades(realRise.grades)}.`,
    `2. **A change that is only mix.** Reach of block III, the same quarters: ${printChange(mixOnly.total)}. By grade group, p.p.: ${printGrades(mixOnly.groups)}. Kitagawa over grade groups: rate ${printPoints(mixOnly.kitagawaByGradeGroup.rate)}, mix ${printPoints(mixOnly.kitagawaByGradeGroup.mix)} p.p.`,
    `3. **A fall masked by a total.** Reach of block I, the same quarters: ${printChange(maskedFall.total)}. By grade, p.p.: ${printGrades(maskedFall.grades)}.`,
    `4. **One outlying class.** 8Б in 2025/26 against the lower 99.8 % funnel limit: ${outside}.`,
    `5. **Silent contracts.** ${silentContracts.silent.length} of ${silentContracts.inForce} contracts in force in 2025/26 have no event that year: ${silentContracts.silent.join(', ')}. Two of them had events in 2023/24: ${silentContracts.activeIn2023.join(', ')}.`,
    `6. **A corrected file.** «${correctedFile.corrected}» replaces «${correctedFile.original}»: ${correctedFile.added} rows added, ${correctedFile.changed} changed, ${correctedFile.removed} removed.`,
    '7. **A white spot.** The direction «информационное» of block III has no event in any I quarter.',
  ].join('\n');
}

/** @param {SampleFile[]} files @param {Expected} expected */
function listFiles(files, expected) {
  return printTable([
    ['File', 'Kind', 'Rows', 'Quarters', 'Layout'],
    ...files.map(({ name, kind, quarters, schoolYear, layout }, index) => [
      name,
      kinds[kind] ?? kind,
      String(expected.files[index]?.dataRows ?? 0),
      quarters.length > 0 && quarters.length < 4 ? quarters.join(', ') : (schoolYear ?? ''),
      layout,
    ]),
  ]);
}

/** @param {Expected} expected */
function listRejected(expected) {
  return printTable([
    ['File', 'Sheet', 'Row', 'Reason', 'Cell'],
    ...expected.files.flatMap(({ name, sheets }) =>
      sheets.flatMap(({ sheet, rejected }) =>
        rejected.map(({ row, reason = '', value = '' }) => [
          name,
          sheet,
          String(row),
          reason,
          value,
        ]),
      ),
    ),
  ]);
}

/**
 * The description of the sample for people.
 * @param {SampleFile[]} files
 * @param {Expected} expected
 */
export function describeInWords(files, expected) {
  const { totals } = expected;
  return `# Sample data

Three school years (2023/24, 2024/25, 2025/26) of a lyceum that does not exist, in a city that does not exist. Every person, institution, contract, event and number is synthetic; any likeness to a real one is chance.

${totals.pupilsEver} pupils, ${totals.partners} partners, ${totals.eventsNamed} events known by name (${totals.eventsWithHeadcounts} with those only counted), ${totals.participations} participations and ${totals.spectators} spectators, in ${files.length} files as schools deliver them.

\`npm run samples\` makes all of it again from one seed, byte for byte; \`npm run samples -- --out DIR\` writes elsewhere. \`expected.json\` says what a correct reading of all files gives. It is computed from the generated school, not from the files, and opens with its definitions.

## Files

${listFiles(files, expected)}

All quarterly files together with the two volunteer files by name hold every participation once: from 2024/25 on, volunteering is kept only in the volunteer files; in 2023/24 the quarterly files name the volunteers and the wide table holds their hours. The school year stands in the title, the sheet name, the file name or the dates. Patronymics are given in some files only; class and date tell namesakes apart.

## Rows that cannot be accepted

${listRejected(expected)}

Further mess that a careful reader gets over: Latin letters inside names and classes, «ё» written as «е», no-break spaces in totals, «25 чел.» and «4 ч.», blank rows, numbering rows, subtotals, signatures, replies sent twice.

## What is planted

${listTruths(expected)}
`;
}
