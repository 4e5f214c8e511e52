/** Rooms of src/lib by floor: a room may use the floors below its own, nothing beside it and nothing above. */
const floors = [
  ['model'],
  ['statistics', 'i18n', 'ui'],
  ['sheets', 'engine', 'programme'],
  ['ingest', 'measures', 'charts', 'tables', 'disclosure'],
  ['journal', 'analysis'],
  ['snapshot'],
  ['workspace'],
];

/** Packages that may be imported by value in one room only. */
const fences = [
  ['papaparse|@e965/xlsx|fflate', 'sheets'],
  ['@duckdb/duckdb-wasm|apache-arrow', 'engine'],
  ['echarts|zrender', 'charts'],
  ['@tanstack/(table|virtual)-core', 'tables'],
  ['idb', 'journal'],
  ['pptxgenjs', 'snapshot'],
  ['bits-ui|@codemirror/[\\w-]+', 'ui'],
];

const floorRules = floors.flatMap((rooms, floor) =>
  rooms.map((room) => ({
    name: `floor-${floor}-${room}`,
    comment: `${room} uses only the floors below it`,
    severity: 'error',
    from: { path: `^src/lib/${room}/` },
    to: {
      path: '^src/(lib|routes|commands)/',
      pathNot: [`^src/lib/(${[room, ...floors.slice(0, floor).flat()].join('|')})/`],
    },
  })),
);

const fenceRules = fences.map(([packages, room]) => ({
  name: `fence-${room}`,
  comment: `${packages} only in ${room}; types may travel`,
  severity: 'error',
  from: { path: '^src/', pathNot: [`^src/lib/${room}/`, '\\.test\\.ts$'] },
  to: { path: `node_modules/(${packages})(/|$)`, dependencyTypesNot: ['type-only'] },
}));

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: ['\\.d\\.ts$', '\\.test\\.ts$', '^src/routes/', '^src/commands/'],
      },
      to: {},
    },
    {
      name: 'known-room',
      comment: 'every file of src/lib lies in a room that has a floor',
      severity: 'error',
      from: {},
      to: { path: '^src/lib/', pathNot: [`^src/lib/(${floors.flat().join('|')})/`] },
    },
    {
      name: 'not-to-unresolvable',
      severity: 'error',
      from: {},
      to: {
        couldNotResolve: true,
        pathNot: ['^\\$(app|env|service-worker)', '\\?(url|worker|raw)'],
      },
    },
    {
      name: 'not-to-dev-dep',
      severity: 'error',
      from: { path: '^src/lib/', pathNot: ['\\.test\\.ts$'] },
      to: {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only'],
        pathNot: ['node_modules/(svelte|@sveltejs)/', 'node_modules/@types/'],
      },
    },
    {
      name: 'routes-are-the-top',
      severity: 'error',
      from: { path: '^src/lib/' },
      to: { path: '^src/(routes|commands)/' },
    },
    ...floorRules,
    ...fenceRules,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['svelte', 'browser', 'import', 'types', 'default'],
      extensions: ['.ts', '.js', '.svelte', '.d.ts', '.json'],
    },
  },
};
