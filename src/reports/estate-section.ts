import type { Section } from '../formats/model.ts';
import { w } from '../lib/words.ts';
import { figures, type Told } from './building.ts';

/** The estate on the last day: units, area, who lives there. */
export const estateSection = (told: Told): Section => ({
  key: 'estate',
  title: w('小区概况', 'The estate'),
  blocks: [
    figures(told, [
      ...['estate.units', 'estate.area', 'estate.handedOver', 'estate.households'],
      ...['estate.let', 'estate.spaces', 'estate.occupancy'],
    ]),
  ],
});
