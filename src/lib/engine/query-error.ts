/** A query that the engine refused: a broken program, with the SQL that broke it. */
export class QueryError extends Error {
  readonly sql: string;

  constructor(sql: string, cause: unknown) {
    super('The engine refused a query', { cause });
    this.name = 'QueryError';
    this.sql = sql;
  }
}
