import type { Ctx } from '../context.ts';
import { householdsOf } from './contact-store.ts';
import type { Contact } from './model.ts';

const NOBODY: Contact = { name: null, phone: null };

/** Whom to ask for in a unit today, by its code: a tenant before an owner, one with a phone first. */
export const whomToAsk = ({ ledger, today }: Pick<Ctx, 'ledger' | 'today'>, unit: string | null) =>
  (unit === null ? undefined : householdsOf(ledger, [unit], today).get(unit)) ?? NOBODY;
