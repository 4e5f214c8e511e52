/** A column as DuckDB describes it. */
export interface DescribedColumn {
  readonly name: string;
  readonly type: string;
}

/** How a value of a type comes out of the database: as it is, as the text of a number, or as text. */
export type Passage = 'plain' | 'number' | 'text';

const plain = /^(?:BOOLEAN|U?TINYINT|U?SMALLINT|U?INTEGER|DOUBLE|VARCHAR)$/;
const numeric = /^(?:FLOAT|U?BIGINT|U?HUGEINT|DECIMAL\(\d+,\s?\d+\))$/;

/** How the values of a type of DuckDB are passed on, so that none is wrong, rounded or unreadable. */
export function passageOf(type: string): Passage {
  if (plain.test(type)) return 'plain';
  return numeric.test(type) ? 'number' : 'text';
}

/**
 * A person's text as a table. DuckDB's function `query` parses it apart from the statement around it and takes nothing but one
 * SELECT; in that statement it is a literal, of which doubled quotes are the whole grammar.
 */
function asTable(sql: string): string {
  return `query('${sql.replaceAll("'", "''")}')`;
}

/** Says whether a text is one reading query, and which columns it has, without running it. */
export function describeText(sql: string): string {
  return `SELECT column_name, column_type FROM (DESCRIBE FROM ${asTable(sql)})`;
}

/** Runs a text that has these columns; they are read by position, since names may repeat. */
export function readText(sql: string, columns: readonly DescribedColumn[], most: number): string {
  const list = columns.map(({ type }, index) => {
    const column = `#${index + 1}`;
    return `${passageOf(type) === 'plain' ? column : `CAST(${column} AS VARCHAR)`} AS c${index}`;
  });
  return `SELECT ${list.join(', ')} FROM ${asTable(sql)} LIMIT ${most}`;
}

/** A number from its text where no digit is lost, else the text. */
export function numberOf(text: string): number | string {
  const value = Number(text);
  const digits = text.replace(/^[-+]|[.]|[eE].*$/g, '').replace(/^0+/, '');
  return Number.isNaN(value) || (digits.length > 15 && !Number.isSafeInteger(value)) ? text : value;
}
