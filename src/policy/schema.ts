import * as z from 'zod/mini';
import { complaints } from './sections/complaints.ts';
import { backup, today } from './sections/desk.ts';
import { cash, deposits, dunning, fees, meters, trusts } from './sections/fees.ts';
import { moves } from './sections/moves.ts';
import { office } from './sections/office.ts';
import { chargeable, renovations } from './sections/renovations.ts';
import { reports } from './sections/reports.ts';
import { roster } from './sections/roster.ts';
import { nightly, sending } from './sections/sending.ts';
import { language, operators, roles, site } from './sections/site.ts';
import { tickets } from './sections/tickets.ts';
import { enquiries, rounds, surveys, visits } from './sections/visits.ts';

/** All a policy file may say; its values and their meaning stand in default.yaml. */
export const policySchema = z
  .strictObject({
    language,
    site,
    operators,
    roles,
    office,
    tickets,
    complaints,
    moves,
    visits,
    enquiries,
    surveys,
    meters,
    fees,
    dunning,
    cash,
    deposits,
    trusts,
    renovations,
    roster,
    rounds,
    reports,
    sending,
    nightly,
    today,
    backup,
  })
  .check(chargeable);

/** A file read and judged, its holidays not yet joined to the national ones. */
export type PolicyFile = z.output<typeof policySchema>;
