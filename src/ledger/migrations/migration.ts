/** One step of the schema. */
export interface Migration {
  name: string;
  sql: string;
}
