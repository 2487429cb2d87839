import { badMoment, type Invariant } from '../ledger/invariant.ts';
import { w } from '../lib/words.ts';

export const invariants: readonly Invariant[] = [
  {
    key: 'outbox.state',
    check: w('发件箱的状态与所记的次数、时间一致', 'The outbox agrees with its tries and times'),
    sql: `SELECT id FROM outbox
          WHERE state NOT IN ('waiting', 'sending', 'sent', 'failed', 'unsure', 'dropped')
             OR (state = 'sent') <> (sent_at IS NOT NULL) OR (tries > 0) <> (tried_at IS NOT NULL)
             OR (state IN ('sending', 'sent', 'unsure') AND tries = 0)
             OR (state IN ('failed', 'unsure') AND fault IS NULL)`,
  },
  {
    key: 'outbox.moments',
    check: w('发件箱的时间有效', 'The moments of the outbox exist'),
    sql: `SELECT id FROM outbox WHERE ${badMoment('queued_at')}
             OR ${badMoment('tried_at')}
             OR ${badMoment('sent_at')}`,
  },
];
