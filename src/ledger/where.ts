/** A condition of SQL with the values of its `?`. */
export type Condition = readonly [sql: string, ...values: unknown[]];

/** The `WHERE` of those conditions that are asked for (undefined: not asked), so that their indexes are used. */
export function where(...conditions: (Condition | undefined)[]): {
  sql: string;
  values: unknown[];
} {
  const asked = conditions.filter((each) => each !== undefined);
  return {
    sql: asked.length === 0 ? '' : `WHERE ${asked.map(([sql]) => `(${sql})`).join(' AND ')}`,
    values: asked.flatMap(([, ...values]) => values),
  };
}
