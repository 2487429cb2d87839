import type { Section } from '../formats/model.ts';
import { w } from '../lib/words.ts';
import { figures, type Told } from './building.ts';

/** What a director asks first; each stands again in its own section. */
const HEADLINES = [
  ...['fees.current', 'fees.overall', 'arrears.owed', 'tickets.onTime', 'tickets.qualified'],
  ...['complaints.new', 'complaints.open', 'complaints.closedRate', 'visits.satisfaction'],
  ...['violations.open', 'deadlines.onTime'],
];

export const headlineSection = (told: Told): Section => ({
  key: 'headlines',
  title: w('要点', 'At a glance'),
  blocks: [
    figures(
      told,
      HEADLINES.map((name) => [name, name]),
    ),
  ],
});
