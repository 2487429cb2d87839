import * as z from 'zod/mini';
import { w } from '../../lib/words.ts';
import { surveyZone } from '../../lib/zone.ts';
import { choice, leaf, notAllowed, someText, text } from '../values.ts';

export const language = choice(['zh', 'en']);

/** Who and where this site is; the zone decides where its days begin. */
export const site = z.strictObject({
  name: text(),
  company: text(),
  phone: text(),
  address: text(),
  account: text(),
  timezone: leaf((name) => {
    const zone = surveyZone(name);
    if (zone) return zone;
    throw notAllowed(
      w(
        '没有这个时区。请写 IANA 名称，如 Asia/Shanghai。',
        'There is no such time zone. Write an IANA name such as Asia/Shanghai.',
      ),
    );
  }),
});

/** The system's users and the member of staff each of them is. */
export const operators = z.record(z.string(), someText());

/** Local titles of the roles; '' is the usual title. */
export const roles = z.strictObject({
  clerk: text(),
  supervisor: text(),
  director: text(),
  finance: text(),
  engineering: text(),
  security: text(),
  cleaning: text(),
  greening: text(),
});
