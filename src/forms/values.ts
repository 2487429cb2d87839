import type { Printing } from '../documents/model.ts';
import { maskPhone } from '../lib/mask.ts';
import { localText, type Moment } from '../lib/moment.ts';

/** A moment on the site's clock. */
export const momentText = (at: Moment | null, { zone }: Pick<Printing, 'zone'>): string | null =>
  at === null ? null : localText(at, zone);

/** A telephone, masked unless it is to be revealed. */
export const phoneText = (
  phone: string | null,
  { reveal }: Pick<Printing, 'reveal'>,
): string | null => (phone === null ? null : reveal ? phone : maskPhone(phone));
