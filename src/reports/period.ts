import type { Ctx } from '../context.ts';
import type { Section } from '../formats/model.ts';
import type { DaySpan } from '../lib/day-span.ts';
import type { Period } from '../lib/period.ts';
import { measure } from '../measures/measuring.ts';
import { spanOf } from '../measures/model.ts';
import { arrearsSection } from './arrears-section.ts';
import { bookSection } from './book-section.ts';
import type { Told } from './building.ts';
import { cashSection } from './cash-section.ts';
import { complaintSection } from './complaint-section.ts';
import { deadlineSection, roleSection } from './deadline-section.ts';
import { estateSection } from './estate-section.ts';
import { collectionTrend, feeSection } from './fee-section.ts';
import { householdSection, renovationSection } from './renovation-section.ts';
import { targetsOf } from './target-rules.ts';
import { ticketSection } from './ticket-section.ts';
import { visitSection } from './visit-section.ts';

/** What was measured of a period, and of the one before. */
export const toldOf = (ctx: Ctx, days: DaySpan, before: DaySpan): Told => ({
  now: measure(ctx, spanOf(days, ctx)),
  before: measure(ctx, spanOf(before, ctx)),
  targets: targetsOf(ctx.policy),
});

/** The sections that the reports of a month, a quarter and a year have in common. */
export const periodSections = (ctx: Ctx, told: Told, period: Period): Section[] => [
  estateSection(told),
  feeSection(ctx, told, { charts: collectionTrend(ctx, told) }),
  arrearsSection(ctx, told),
  cashSection(told),
  ticketSection(ctx, told),
  complaintSection(ctx, told),
  visitSection(ctx, told),
  renovationSection(told),
  householdSection(told),
  bookSection(ctx, period),
  roleSection(ctx, told),
  deadlineSection(ctx, told),
];
