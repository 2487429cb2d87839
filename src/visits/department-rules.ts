import type { Against } from '../complaints/model.ts';

/** Whose work a complaint of these categories is about, where nobody says it (rules 49, 50, 53). */
const DEPARTMENTS: Readonly<Record<string, Against>> = {
  cleaning: 'cleaning',
  parking: 'security',
  fees: 'finance',
  repairs: 'engineering',
  house: 'developer',
  security: 'security',
  neighbours: 'neighbour',
  greening: 'greening',
  service: 'clerk',
};

/** The supervisor decides about what has no department of its own. */
export const departmentFor = (category: string): Against => DEPARTMENTS[category] ?? 'supervisor';
