import type { Printing, Row } from '../documents/model.ts';
import { scaledText } from '../lib/decimal.ts';
import { refused, type WyError } from '../lib/errors.ts';
import { maskName } from '../lib/mask.ts';
import type { Moment } from '../lib/moment.ts';
import { longSpan } from '../lib/span.ts';
import { type Words, w } from '../lib/words.ts';
import { STATES } from '../renovations/model.ts';
import { PASS_STATES, passState } from '../renovations/pass-rules.ts';
import type { RenovationRecord } from '../renovations/record.ts';
import { half, row } from './parts.ts';
import { momentText, phoneText } from './values.ts';

type It = RenovationRecord;

const SELF = w('自行施工', 'the household itself');

export const unitRow = ({ unit }: Pick<It, 'unit'>, as: Printing): Row =>
  half(row('unit', w('房号', 'unit'), unit, as));

export const areaRow = ({ areaThousandths }: Pick<It, 'areaThousandths'>, as: Printing): Row =>
  half(
    row('area', w('建筑面积', 'area'), `${scaledText(areaThousandths, 3, { trim: true })} ㎡`, as),
  );

/** On what hangs at the door for all to read, the name is masked. */
export const applicantRow = (
  { applicantName }: Pick<It, 'applicantName'>,
  as: Printing,
  { atDoor = false } = {},
): Row => {
  const name = atDoor && !as.reveal ? maskName(applicantName) : applicantName;
  return half(row('applicant', w('装修人', 'applicant'), name, as));
};

/** Who does the works, and who answers for them. */
export const teamRows = ({ contractor, foreman }: It, as: Printing): Row[] => [
  half(row('contractor', w('施工单位', 'works by'), contractor ?? SELF[as.lang], as)),
  half(row('foreman', w('施工负责人', 'foreman'), foreman, as)),
];

export const phoneRow = ({ phone }: Pick<It, 'phone'>, as: Printing): Row =>
  half(row('phone', w('负责人电话', 'telephone'), phoneText(phone, as), as));

export const periodRow = ({ fromOn, untilOn }: It, as: Printing): Row =>
  row('period', w('施工期限', 'period'), longSpan(fromOn, untilOn)[as.lang], as);

export const contractorText = ({ contractor }: Pick<It, 'contractor'>, as: Printing): string =>
  contractor ?? SELF[as.lang];

/** Who decided what, and when: `同意　王芳　2026-11-01 14:15`; nothing leaves room to write. */
export const decided = (
  said: Words | string | null,
  by: string | null,
  at: Moment | null,
  as: Printing,
): string => {
  const words = said === null || typeof said === 'string' ? said : said[as.lang];
  const known = [words, by, momentText(at, as)].filter((each) => each !== null && each !== '');
  return known.length === 0 ? ROOM : known.join('　');
};

/** A line break each: room to write. */
export const ROOM = '\n\n';

/** That it came to nothing must be seen. */
export const stateMarks = ({ state }: Pick<It, 'state'>, { lang }: Printing): string[] =>
  state === 'cancelled' || state === 'refused' ? [STATES[state][lang]] : [];

/** A permit or a pass that is of no use any more says so. */
export function permitMarks(
  it: Parameters<typeof passState>[0],
  { today }: Pick<It, 'today'>,
  { lang }: Printing,
): string[] {
  const state = passState(it, today);
  return state === 'valid' ? [] : [PASS_STATES[state][lang]];
}

/** Before the permit there is nothing of what comes after it. */
export function refusalOfUnpermitted({ no, state, permittedAt, next }: It): WyError | undefined {
  if (permittedAt !== null) return undefined;
  const { zh, en } = STATES[state];
  return refused(
    'permit_not_issued',
    w(
      `${no} 还没有发装修施工许可证，现在是“${zh}”。`,
      `The permit of ${no} was not issued: it is ${en}.`,
    ),
    next
      ? w(`下一步：${next.line}`, `What comes next: ${next.line}`)
      : w(`查看：wy reno show ${no}`, `See wy reno show ${no}`),
  );
}
