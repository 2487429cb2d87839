import type { Section } from '../formats/model.ts';
import { w } from '../lib/words.ts';
import { figures, type Told } from './building.ts';

/** Renovations, their violations, re-inspections due, and the deposits held for them (rules 80–113). */
export const renovationSection = (told: Told): Section => ({
  key: 'renovations',
  title: w('装修', 'Renovations'),
  blocks: [
    figures(told, [
      ...['renovations.applied', 'renovations.approved', 'renovations.running'],
      ...['renovations.accepted', 'renovations.reinspected', 'renovations.reinspectionsDue'],
      'deposits.renovation',
    ]),
    figures(told, ['violations.found', 'violations.rectified', 'violations.open'], {
      key: 'violations',
      title: w('违章', 'Violations'),
    }),
  ],
});

/** Households that moved, callers, units in trust, and money held for somebody. */
export const householdSection = (told: Told): Section => ({
  key: 'households',
  title: w('住户事务', 'Households'),
  blocks: [
    figures(told, [
      ['movedIn', 'moves.in'],
      ['movedOut', 'moves.out'],
      ['transferred', 'moves.transferred'],
      ['enquiries', 'enquiries.new'],
      ['enquiriesOpen', 'enquiries.open'],
      ['trusts', 'trusts.held'],
      ['depositsHeld', 'deposits.held'],
    ]),
  ],
});
