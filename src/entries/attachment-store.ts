import type { Attachment } from '../books/model.ts';
import type { Ledger } from '../ledger/ledger.ts';

/** What entries of any book hold as files, one of each. */
export const allAttachments = (ledger: Ledger): (Attachment & { no: string })[] =>
  ledger
    .prepare<[], Attachment & { no: string }>(
      `SELECT min(e.no) AS no, f.value ->> 'name' AS name, f.value ->> 'bytes' AS bytes,
         f.value ->> 'sha256' AS sha256
       FROM entries AS e, json_each(e.fields) AS f
       WHERE e.fields LIKE '%"sha256":"%' AND f.type = 'object'
         AND json_type(f.value, '$.sha256') = 'text'
       GROUP BY sha256, name ORDER BY no`,
    )
    .all();
