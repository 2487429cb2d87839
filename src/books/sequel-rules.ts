import type { FieldType, Sequel } from './model.ts';

/** Of what type a field must be that a sequel takes a value from. */
interface Taken {
  types: readonly FieldType[];
}

/**
 * What the sequels take, by the names under which `from` says the fields: a ticket for each line of
 * `items`, or for its text, in the unit, else at the place; a heavy rain from when to when.
 */
export const SEQUEL_TAKES: Readonly<Record<Sequel['does'], Readonly<Record<string, Taken>>>> = {
  ticket: {
    items: { types: ['lines', 'text', 'long'] },
    unit: { types: ['unit'] },
    place: { types: ['text', 'choice'] },
    urgent: { types: ['yesno'] },
    damage: { types: ['text', 'long', 'choice'] },
  },
  rain: {
    startsAt: { types: ['moment', 'day'] },
    endsAt: { types: ['moment', 'day'] },
    note: { types: ['text', 'long'] },
  },
};
