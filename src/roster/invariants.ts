import type { Invariant } from '../ledger/invariant.ts';
import { badDay, badMoment, noneOf } from '../ledger/invariant.ts';
import { w } from '../lib/words.ts';
import { ABSENCES } from './model.ts';

const turns = (where: string) => `SELECT 'turn ' || t.id FROM roster_turns AS t WHERE ${where}`;

const attended = (where: string) =>
  `SELECT 'turn ' || a.turn_id FROM attendances AS a
   JOIN roster_turns AS t ON t.id = a.turn_id WHERE ${where}`;

export const invariants: readonly Invariant[] = [
  {
    key: 'roster.moments',
    check: w('排班的日期和时间有效', 'The days and moments of the roster exist'),
    sql: turns(
      [
        badDay('t.day'),
        ...['t.from_at', 't.until_at', 't.planned_at', 't.dropped_at'].map(badMoment),
      ].join(' OR '),
    ),
  },
  {
    key: 'roster.hours',
    check: w(
      '每个班有始有终，不超过一昼夜，从当天开始',
      'Every turn ends after it begins, within a day, and begins on its day',
    ),
    // The site's clock is up to fourteen hours from UTC.
    sql: turns(
      `t.until_at <= t.from_at
       OR unixepoch(t.until_at) - unixepoch(t.from_at) > 25 * 3600
       OR abs(julianday(t.from_at) - julianday(t.day)) > 2`,
    ),
  },
  {
    key: 'roster.dropped',
    check: w('撤下的班有原因', 'A turn that was dropped says why, any other does not'),
    sql: turns('(t.dropped_at IS NOT NULL) <> (t.reason IS NOT NULL)'),
  },
  {
    key: 'roster.instead',
    check: w(
      '顶替的是同一天同一班、已撤下的人',
      'Whoever steps in does the same shift of the same day, of which another was taken off',
    ),
    sql: turns(
      `t.instead_of IS NOT NULL AND NOT EXISTS (SELECT 1 FROM roster_turns AS f
         WHERE f.id = t.instead_of AND f.day = t.day AND f.shift = t.shift
           AND f.staff_id <> t.staff_id AND f.dropped_at IS NOT NULL)`,
    ),
  },
  {
    key: 'attendances.known',
    check: w(
      '考勤：来了的有到岗时间，没来的有原因，只有一种',
      'Of an attendance either the coming is known or why there was none',
    ),
    sql: attended(
      `(a.came_at IS NULL) = (a.absence IS NULL) OR ${noneOf('a.absence', ABSENCES)}
       OR (a.left_at IS NOT NULL AND a.came_at IS NULL)`,
    ),
  },
  {
    key: 'attendances.moments',
    check: w('考勤的时间有效，先到岗后离岗', 'The moments of attendances exist, in their order'),
    sql: attended(
      [...['a.came_at', 'a.left_at', 'a.recorded_at'].map(badMoment), 'a.left_at < a.came_at'].join(
        ' OR ',
      ),
    ),
  },
  {
    key: 'attendances.planned',
    check: w('到岗的班没有撤下', 'Nobody came to a turn that was dropped'),
    sql: attended('a.came_at IS NOT NULL AND t.dropped_at IS NOT NULL'),
  },
];
