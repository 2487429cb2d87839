import { categoryNames } from '../complaints/categories.ts';
import { GRADES } from '../complaints/model.ts';
import { same, type Words, w } from '../lib/words.ts';
import type { Facts } from './facts-model.ts';

/** Steps that close a complaint, when they did, and those that set it going again. */
const CLOSES = "e.kind IN ('closed', 'invalid', 'imported')";
const HAPPENED_AT = "iif(e.kind = 'imported', e.detail ->> '$.closedAt', e.at)";
const COMES_BACK = `(e.kind = 'reopened'
  OR (e.kind = 'calledBack' AND e.detail ->> '$.result' = 'dissatisfied'))`;

/**
 * Whether it was closed at a moment: by the date it has as long as nothing sets it going again, else by
 * its last step of either kind.
 */
const closedAt = (when: string): string => `(coalesce(c.closed_at ${when}, false) OR coalesce(
    (SELECT ${CLOSES} FROM events AS e
     WHERE e.subject = c.no AND ${HAPPENED_AT} ${when} AND (${CLOSES} OR ${COMES_BACK})
     ORDER BY ${HAPPENED_AT} DESC, e.id DESC LIMIT 1), false))`;

const GRADE_NAMES: Readonly<Record<string, Words>> = GRADES;

/**
 * Complaints (rules 49–70, 162). What came back after it was closed is to be handled anew, so that what
 * was carried over, is new or came back is, at the end, either closed or open. Their timeliness is in
 * the facts of the deadlines.
 */
export const complaints: Facts = {
  key: 'complaints',
  name: w('投诉', 'Complaints'),
  select: `SELECT *, is_new OR NOT was_closed OR has_come_back AS is_handled FROM (
    SELECT c.no, c.received_at AS at, u.code AS unit, c.grade || ' ' || c.category AS what,
      NULL AS amountFen, c.place, c.grade, c.nature, c.category, c.against, c.channel, u.building,
      c.recurring IS NOT NULL AS is_recurring,
      c.received_at >= @from AS is_new,
      c.received_at < @from AND ${closedAt('< @from')} AS was_closed,
      EXISTS (SELECT 1 FROM events AS e WHERE e.subject = c.no AND ${COMES_BACK}
        AND e.at >= @from AND e.at <= @end) AS has_come_back,
      ${closedAt('<= @end')} AS is_closed
    FROM complaints AS c LEFT JOIN units AS u ON u.id = c.unit_id
    WHERE c.received_at <= @end AND (c.closed_at IS NULL OR c.closed_at >= @from))`,
  figures: {
    new: {
      label: w('新增投诉', 'new'),
      definition: w('本期受理的投诉', 'complaints received in the period'),
      where: 'is_new',
    },
    carried: {
      label: w('上期结转', 'carried over'),
      definition: w(
        '期初已受理、尚未结案',
        'received before the period and not closed when it began',
      ),
      where: 'NOT is_new AND NOT was_closed',
    },
    returned: {
      label: w('结案后重办', 'came back'),
      definition: w(
        '期初已结案、本期因回访不满意等重新处理',
        'closed when the period began and set going again in it',
      ),
      where: 'NOT is_new AND was_closed AND has_come_back',
    },
    handled: {
      label: w('应办', 'to handle'),
      definition: w('上期结转 + 新增 + 结案后重办', 'carried over + new + came back'),
      where: 'is_handled',
    },
    closed: {
      label: w('结案', 'closed'),
      definition: w(
        '应办的投诉中期末已结案的，含按无效结案',
        'of those to handle, closed at the end of the period, also as invalid',
      ),
      where: 'is_handled AND is_closed',
    },
    open: {
      label: w('期末未结投诉', 'complaints open at the end'),
      definition: w('期末尚未结案', 'not closed at the end of the period'),
      where: 'is_handled AND NOT is_closed',
    },
    repeated: {
      label: w('反复', 'did not settle at once'),
      definition: w(
        '处理完毕或结案后，本期又重新处理',
        'settled or closed, and set going again in the period',
      ),
      where: 'is_handled AND has_come_back',
    },
    recurring: {
      label: w('重复投诉', 'recurring'),
      definition: w(
        '新增投诉中，同一房或同一类别多次发生、要写分析的',
        'of the new ones, so many of a unit or a category that an analysis is due',
      ),
      where: 'is_new AND is_recurring',
    },
    valid: {
      label: w('有效投诉', 'valid'),
      definition: w('新增投诉中判为有效的', 'of the new ones, a failure of ours'),
      where: "is_new AND nature = 'valid'",
    },
    major: {
      label: w('重大投诉', 'major'),
      definition: w('新增投诉中判为重大的', 'of the new ones, of the gravest kind'),
      where: "is_new AND grade = 'major'",
    },
  },
  whatOf: ({ policy }, what) => {
    const [grade = '', category = ''] = what.split(' ');
    const [of, about] = [
      GRADE_NAMES[grade] ?? same(grade),
      categoryNames(policy)[category] ?? same(category),
    ];
    return w(`${of.zh}·${about.zh}`, `${of.en}: ${about.en}`);
  },
  groupings: {
    grade: { label: w('级别', 'Grade'), by: 'grade' },
    nature: { label: w('性质', 'Nature'), by: 'nature' },
    category: { label: w('类别', 'Category'), by: 'category' },
    against: { label: w('被投诉', 'Against'), by: 'against' },
    channel: { label: w('途径', 'Channel'), by: 'channel' },
    building: { label: w('楼栋', 'Building'), by: "coalesce(building, '')" },
  },
};
