import type { Ledger } from './ledger.ts';

/** Which column each field of a change goes to. */
type Columns = Readonly<Record<string, string>>;

/** Changes these fields of the document with this number, and no others; nothing where there are none. */
export function updateByNumber<C extends Columns>(
  ledger: Ledger,
  table: string,
  columnOf: C,
  no: string,
  change: Readonly<Partial<Record<keyof C, unknown>>>,
): void {
  const fields = Object.entries(change);
  if (fields.length === 0) return;
  const settings = fields.map(([field]) => `${columnOf[field]} = ?`).join(', ');
  const values = fields.map(([, value]) => (typeof value === 'boolean' ? Number(value) : value));
  ledger.prepare(`UPDATE ${table} SET ${settings} WHERE no = ?`).run(...values, no);
}
