import type { Ctx } from '../context.ts';
import {
  type Block,
  named,
  type ReportColumn,
  type ReportFigure,
  type Value,
  type ValueKind,
} from '../formats/model.ts';
import { type Words, w } from '../lib/words.ts';
import type { Tally } from '../measures/measuring.ts';
import type { Measured } from '../measures/model.ts';
import { figureOf } from '../measures/naming.ts';
import { type Role, roleTitle } from '../policy/roles.ts';

/** The measured values of this period and of the one before, with what the site aims at. */
export interface Told {
  now: Measured;
  before: Measured | null;
  /** Percent by the name of a rate; null where the policy sets none. */
  targets: Readonly<Record<string, string | null>>;
  /** For a notice board: without the names by which the desk lists the records behind a figure. */
  isPublic?: boolean;
}

const DAYS = { now: w('当天', 'That day'), before: w('前一天', 'Day before') };

/** Figures and rates by their full names; in JSON under the last part of theirs, or the key given. */
export const figures = (
  told: Told,
  names: readonly (string | readonly [key: string, name: string])[],
  { key = null, title = null }: { key?: string | null; title?: Words | null } = {},
): Block => ({
  is: 'figures',
  ...{ key, title },
  ...(told.now.span.fromOn === told.now.span.untilOn && { when: DAYS }),
  figures: names.map((each) => {
    const [own, name] = typeof each === 'string' ? [each.split('.')[1] ?? each, each] : each;
    return figureTold(told, own, name);
  }),
});

function figureTold(
  { now, before, targets, isPublic = false }: Told,
  key: string,
  name: string,
): ReportFigure {
  const { label, definition, kind } = figureOf(name);
  const valueIn = (measured: Measured): Value =>
    measured.rates[name] ?? measured.numbers[name] ?? null;
  return {
    ...{ key, name: isPublic ? null : name, label, definition, kind },
    value: valueIn(now),
    ...(before && { before: valueIn(before) }),
    ...(name in now.rates && { target: targets[name] ?? null }),
  };
}

interface TableColumn<Row> {
  key: string;
  label: Words;
  kind: ValueKind;
  get(row: Row): Value;
}

/** A column of a table and what stands in it. */
export const column = <Row>(
  key: string,
  label: Words,
  kind: ValueKind,
  get: (row: Row) => Value,
): TableColumn<Row> => ({ key, label, kind, get });

/** A figure or a rate of each group, called as it is called everywhere; in JSON under the last part. */
export const figureColumn = (name: string): TableColumn<readonly [group: string, tally: Tally]> => {
  const { label, kind } = figureOf(name);
  const key = name.split('.')[1] ?? name;
  return column(key, label, kind, ([, { numbers, rates }]) => rates[name] ?? numbers[name] ?? null);
};

/** Of a role, under the site's own title. */
export const roleColumn = <Row>({ policy }: Ctx, get: (row: Row) => Role): TableColumn<Row> =>
  column('role', w('岗位', 'Role'), 'named', (row) => {
    const role = get(row);
    return named(role, { [role]: roleTitle(policy, role) });
  });

export const table = <Row>(
  rows: readonly Row[],
  columns: readonly TableColumn<NoInfer<Row>>[],
  {
    key = null,
    title = null,
    none = w('没有。', 'None.'),
  }: { key?: string | null; title?: Words | null; none?: Words } = {},
): Block => ({
  is: 'table',
  ...{ key, title, none },
  columns: columns.map(({ key: own, label, kind }): ReportColumn => ({ key: own, label, kind })),
  rows: rows.map((row) => columns.map(({ get }) => get(row))),
});
