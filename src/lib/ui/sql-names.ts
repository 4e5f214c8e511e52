import { ifNotIn, type Completion, type CompletionContext } from '@codemirror/autocomplete';
import {
  PostgreSQL,
  schemaCompletionSource,
  SQLDialect,
  type SQLNamespace,
} from '@codemirror/lang-sql';
import { LanguageSupport } from '@codemirror/language';

/** A name that is offered while a person writes, with what it means. */
export interface OfferedName {
  readonly name: string;
  readonly meaning: string;
}

/** A table that is offered, with its columns. */
export interface OfferedTable extends OfferedName {
  readonly columns: readonly OfferedName[];
}

const duckdb = SQLDialect.define({
  ...PostgreSQL.spec,
  keywords: `${PostgreSQL.spec.keywords ?? ''} qualify pivot unpivot exclude summarize describe semi anti asof ilike positional`,
  caseInsensitiveIdentifiers: true,
});

/** Words of the language that are offered: those with which questions are asked. */
const offeredWords = [
  ...['SELECT', 'FROM', 'WHERE', 'GROUP BY', 'GROUP BY ALL', 'HAVING', 'ORDER BY', 'LIMIT', 'WITH'],
  ...['JOIN', 'LEFT JOIN', 'ANTI JOIN', 'SEMI JOIN', 'USING', 'UNION ALL', 'DISTINCT', 'FILTER'],
  ...['CASE', 'WHEN', 'THEN', 'ELSE', 'END', 'AND', 'NOT', 'IN', 'BETWEEN', 'LIKE', 'ILIKE'],
  ...['IS NULL', 'IS NOT NULL', 'EXISTS', 'DESC', 'QUALIFY', 'PIVOT', 'SUMMARIZE', 'DESCRIBE'],
  ...['OVER', 'PARTITION BY', 'INTERVAL', 'DATE', 'true', 'false', 'NULL'],
  ...['count', 'sum', 'avg', 'min', 'max', 'median', 'round', 'coalesce', 'arg_max', 'arg_min'],
  ...['any_value', 'string_agg', 'list', 'quantile_cont', 'stddev', 'corr', 'row_number', 'lag'],
  ...['date_trunc', 'year', 'month', 'lower', 'length', 'regexp_matches', 'strftime'],
].map((label): Completion => ({ label, type: 'keyword', boost: -3 }));

function completion({ name, meaning }: OfferedName, type: string, boost: number): Completion {
  return { label: name, type, detail: meaning, boost };
}

/** The names as the language sees them; columns are offered at the top level too, where no table has been named yet. */
export function languageOf(tables: readonly OfferedTable[]): LanguageSupport {
  const schema: Record<string, SQLNamespace> = {};
  tables.forEach((table, place) => {
    schema[table.name] = {
      self: completion(table, 'class', 40 - place),
      children: table.columns.map((column) => completion(column, 'property', 0)),
    };
  });
  const columns = new Map<string, OfferedName>();
  for (const column of tables.flatMap(({ columns: all }) => all)) {
    if (!columns.has(column.name)) columns.set(column.name, column);
  }
  const loose = [...columns.values()].map((column) => completion(column, 'property', -1));
  const offerLoose = ({ pos, state, explicit }: CompletionContext) => {
    const before = state.sliceDoc(Math.max(0, pos - 200), pos);
    const typed = /(?:^|[^.\w"'])([A-Za-z_]\w*)$/.exec(before)?.[1] ?? '';
    if (typed === '' || (typed.length < 2 && !explicit)) return null;
    return { from: pos - typed.length, options: [...loose, ...offeredWords], validFor: /^\w*$/ };
  };
  const sources = [schemaCompletionSource({ dialect: duckdb, schema }), offerLoose];
  return new LanguageSupport(
    duckdb.language,
    sources.map((source) =>
      duckdb.language.data.of({
        autocomplete: ifNotIn(['String', 'LineComment', 'BlockComment'], source),
      }),
    ),
  );
}
