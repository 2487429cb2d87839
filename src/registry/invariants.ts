import type { Invariant } from '../ledger/invariant.ts';
import { badDay, sqlList } from '../ledger/invariant.ts';
import { w } from '../lib/words.ts';
import { ROLES } from '../policy/roles.ts';

export const invariants: readonly Invariant[] = [
  {
    key: 'registry.active_staff',
    check: w('至少有一名在职员工', 'There is active staff'),
    sql: `SELECT 'staff' WHERE NOT EXISTS (SELECT 1 FROM staff WHERE retired_on IS NULL)`,
  },
  {
    key: 'registry.staff_roles',
    check: w('员工的岗位都认识', 'The roles of the staff are known'),
    sql: `SELECT DISTINCT 'staff ' || s.id FROM staff AS s, json_each(s.roles) AS r
          WHERE r.value NOT IN (${sqlList(ROLES)})`,
  },
  {
    key: 'registry.days',
    check: w('登记的日期有效', 'The days of the registry exist'),
    sql: `SELECT 'staff ' || id FROM staff WHERE ${badDay('retired_on')}
          UNION ALL SELECT code FROM units WHERE ${badDay('handover_on')}
          UNION ALL SELECT 'resident ' || id FROM residents
            WHERE ${badDay('from_on')} OR ${badDay('until_on')}`,
  },
  {
    key: 'registry.greetings',
    check: w(
      '生日有效，只保留同意祝贺的',
      'Birthdays exist, and are kept of those only who agreed to be greeted',
    ),
    sql: `SELECT 'resident ' || r.id FROM people AS p JOIN residents AS r ON r.person_id = p.id
          WHERE (p.greet IS NOT 1 AND (p.birthday IS NOT NULL OR p.greeted_on IS NOT NULL))
            OR ${badDay("('2000-' || p.birthday)")} OR ${badDay('p.greeted_on')}`,
  },
  {
    key: 'registry.stays_apart',
    check: w(
      '同一人在同一房屋以同一身份不重复登记',
      'Nobody lives in a unit twice in the same role at the same time',
    ),
    sql: `SELECT DISTINCT 'resident ' || b.id FROM residents AS a
          JOIN residents AS b ON b.person_id = a.person_id AND b.unit_id = a.unit_id
            AND b.role = a.role AND b.id > a.id
          WHERE (a.until_on IS NULL OR b.from_on IS NULL OR b.from_on <= a.until_on)
            AND (b.until_on IS NULL OR a.from_on IS NULL OR a.from_on <= b.until_on)`,
  },
];
