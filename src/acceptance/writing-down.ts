import type { Ctx } from '../context.ts';
import type { Staff } from '../registry/model.ts';
import type { Inspection } from '../renovations/model.ts';
import type { Told } from './inspecting-rules.ts';
import { insertInspection } from './inspection-store.ts';

export const namesOf = (people: readonly Staff[]): string =>
  people.map(({ name }) => name).join(',');

interface Held {
  kind: Inspection['kind'];
  passed: boolean;
  people: readonly Staff[];
  told: Pick<Told, 'changes' | 'changesSignedBy' | 'note'>;
}

/** An acceptance or a re-inspection that was held now, within the transaction of the caller. */
export const writeDown = (ctx: Ctx, no: string, { kind, passed, people, told }: Held): void =>
  insertInspection(ctx.ledger, {
    ...{ no, kind, passed },
    changes: told.changes ?? null,
    changesSignedBy: told.changesSignedBy ?? null,
    note: told.note ?? null,
    inspectedAt: ctx.now,
    recordedById: ctx.operator().id,
    peopleIds: people.map(({ id }) => id),
  });
