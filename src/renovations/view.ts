import {
  asDay,
  asText,
  asTold,
  asWords,
  type Column,
  type Json,
  KINDS,
  type Rendering,
  type Shape,
  toJson,
} from '../cli/shape.ts';
import { card, table, type View } from '../cli/view.ts';
import { daysBetween } from '../lib/day.ts';
import { localIso, localText, type Moment } from '../lib/moment.ts';
import { list, plural, same, type Words, w } from '../lib/words.ts';
import { coded } from './code-rules.ts';
import { deadlines, timeline } from './course-view.ts';
import { apart, atText, unseen } from './line-view.ts';
import { APPLICANTS, STATES } from './model.ts';
import { money } from './money-view.ts';
import type { RenovationPage, RenovationRecord } from './record.ts';
import { site } from './site-view.ts';
import { nextBriefly, stage } from './stage-view.ts';

type It = RenovationRecord;

/** Where there is no contractor. */
export const SELF = w('自行施工', 'the household itself');

/** A value that other lines tell to people. */
const quiet = (key: string, label: Words, get: (it: It, as: Rendering) => Json): Column<It> =>
  asTold(key, label, (it, as) => unseen(get(it, as)));

const quietMoment = (key: string, label: Words, get: (it: It) => Moment | null): Column<It> =>
  quiet(key, label, (it, { zone }) => {
    const at = get(it);
    return at === null ? null : localIso(at, zone);
  });

/** Since when the state is what it is, and who brought it there. */
function sinceOf(it: It): readonly [Moment | null, string | null] {
  switch (it.state) {
    case 'applied':
      return [it.appliedAt, null];
    case 'reviewed':
      return [it.reviewedAt, it.reviewedBy];
    case 'approved':
      return [it.approvedAt, it.approvedBy];
    case 'permitted':
      return [it.permittedAt, null];
    case 'accepted':
      return [it.acceptedAt, it.acceptedBy];
    case 'reinspected':
      return [it.reinspectedAt, it.reinspectedBy];
    case 'settled':
      return [it.settledAt, null];
    case 'closed':
      return [it.closedAt, null];
    case 'refused':
      return [it.refusedAt, it.refusedBy];
    case 'cancelled':
      return [it.cancelledAt, null];
  }
}

/** What has happened since, as far as it matters there. */
function furtherLine(it: It, as: Rendering): string {
  if (it.state === 'applied') return atText(w('资料齐全', 'papers complete'), it.completeAt, as);
  if (it.state !== 'permitted') return '';
  return atText(w('已申请验收', 'acceptance asked for'), it.requestedAt, as);
}

function stateLine(it: It, as: Rendering): string {
  const [at, by] = sinceOf(it);
  const since = at === null ? '' : localText(at, as.zone);
  return apart(STATES[it.state][as.lang], since, by, furtherLine(it, as));
}

function applicantLine({ applicant, applicantName, agent }: It, { lang }: Rendering): string {
  const who = APPLICANTS[applicant];
  const name = w(`${applicantName}（${who.zh}）`, `${applicantName} (${who.en})`)[lang];
  return apart(name, agent !== null && w(`${agent} 代办`, `by ${agent}`)[lang]);
}

function contractorLine({ contractor, foreman, phone }: It, as: Rendering): string {
  const whom = w(`负责人 ${foreman}`, `foreman ${foreman}`)[as.lang];
  return apart(contractor ?? SELF[as.lang], whom, phone && KINDS.phone.text(phone, as, {}));
}

/** How much of the period is left, while works run. */
function leftOf({ state, requestedAt, today, fromOn, untilOn }: It): Words | undefined {
  if (state !== 'permitted' || requestedAt !== null) return undefined;
  if (today < fromOn) return undefined;
  const days = daysBetween(today, untilOn);
  if (days === 0) return w('今天到期', 'ends today');
  return days > 0
    ? w(`还剩 ${days} 天`, `${plural(days, 'day')} left`)
    : w(`已过 ${-days} 天`, `${plural(-days, 'day')} over`);
}

const periodOf = ({ fromOn, untilOn }: It): Words =>
  w(`${fromOn} 至 ${untilOn}`, `${fromOn} to ${untilOn}`);

const refusal = asTold('grounds', w('不予通过', 'Turned down'), (it: It, { lang }) => ({
  json: () => [...it.grounds],
  line: () => (it.state === 'refused' ? coded(it.grounds, it.names.grounds)[lang] : ''),
}));

const opinion = asTold('opinion', w('工程意见', 'Engineering'), (it: It, { lang }) => ({
  json: () => it.opinion,
  line: () =>
    it.opinion === null
      ? ''
      : apart(it.opinion, it.opinionBy && (lang === 'zh' ? it.opinionBy : `(${it.opinionBy})`)),
}));

const utilities = asTold('utilitiesAt', w('水电', 'Water and power'), (it: It, as) => ({
  json: () => (it.utilitiesAt === null ? null : localIso(it.utilitiesAt, as.zone)),
  line: () => {
    if (it.state !== 'permitted') return '';
    return it.utilitiesAt === null
      ? w('未开通', 'not opened')[as.lang]
      : w('已开通', 'opened')[as.lang];
  },
}));

const lastPatrol = asTold('lastPatrolAt', w('最近巡查', 'Last patrol'), (it: It, as) => ({
  json: () => (it.lastPatrolAt === null ? null : localIso(it.lastPatrolAt, as.zone)),
  line: () => {
    if (it.state !== 'permitted') return '';
    return it.lastPatrolAt === null
      ? w('还没有', 'none yet')[as.lang]
      : localText(it.lastPatrolAt, as.zone);
  },
}));

const reinspectFrom = asTold('reinspectFrom', w('复检', 'Re-inspection'), (it: It, { lang }) => {
  const from = it.reinspectFromOn;
  if (from === null) return null;
  return {
    json: () => from,
    line: () => (it.state === 'accepted' ? w(`${from} 起`, `from ${from} on`)[lang] : ''),
  };
});

const no = asText('no', w('编号', 'No'), (it: It) => it.no);
const unit = asText('unit', w('房号', 'Unit'), (it: It) => it.unit);

const shape: Shape<It> = [
  no,
  unit,
  asTold('state', w('状态', 'State'), (it, as) => ({
    json: () => it.state,
    line: () => stateLine(it, as),
  })),
  ...stage,
  refusal,
  asText('reason', w('原因', 'Reason'), (it) => it.reason),
  asTold('applicant', w('申请人', 'Applicant'), (it, as) => ({
    json: () => it.applicant,
    line: () => applicantLine(it, as),
  })),
  quiet('applicantName', w('姓名', 'Name'), (it) => it.applicantName),
  quiet('agent', w('代办人', 'Agent'), (it) => it.agent),
  asTold('contractor', w('施工', 'Works by'), (it, as) => ({
    json: () => it.contractor,
    line: () => contractorLine(it, as),
  })),
  quiet('foreman', w('负责人', 'Foreman'), (it) => it.foreman),
  quiet('phone', w('电话', 'Phone'), ({ phone }, as) => phone && KINDS.phone.json(phone, as)),
  asText('scope', w('内容', 'Scope'), (it) => it.scope),
  asTold('works', w('事项', 'Works'), (it, { lang }) => ({
    json: () => [...it.works],
    line: () => list(it.works.map((code) => it.names.works[code] ?? same(code)))[lang],
  })),
  quiet('small', w('小型简单', 'Small'), (it) => it.isSmall),
  asTold('from', w('施工期', 'Period'), (it, { lang }) => ({
    json: () => it.fromOn,
    line: () => apart(periodOf(it)[lang], leftOf(it)?.[lang]),
  })),
  quiet('until', w('至', 'Until'), (it) => it.untilOn),
  opinion,
  quiet('opinionBy', w('意见人', 'Opinion by'), (it) => it.opinionBy),
  ...money,
  ...site,
  utilities,
  lastPatrol,
  reinspectFrom,
  quietMoment('appliedAt', w('申请', 'Applied'), (it) => it.appliedAt),
  quiet('appliedBy', w('经办', 'By'), (it) => it.appliedBy),
  quietMoment('completeAt', w('资料齐全', 'Complete'), (it) => it.completeAt),
  quietMoment('reviewedAt', w('审核', 'Reviewed'), (it) => it.reviewedAt),
  quiet('reviewedBy', w('审核人', 'Reviewed by'), (it) => it.reviewedBy),
  quietMoment('approvedAt', w('批准', 'Approved'), (it) => it.approvedAt),
  quiet('approvedBy', w('批准人', 'Approved by'), (it) => it.approvedBy),
  quietMoment('refusedAt', w('不予通过', 'Refused'), (it) => it.refusedAt),
  quiet('refusedBy', w('决定人', 'Refused by'), (it) => it.refusedBy),
  quietMoment('permittedAt', w('发证', 'Permitted'), (it) => it.permittedAt),
  quietMoment('requestedAt', w('申请验收', 'Asked for'), (it) => it.requestedAt),
  quietMoment('acceptedAt', w('初验合格', 'Accepted'), (it) => it.acceptedAt),
  quiet('acceptedBy', w('初验人', 'Accepted by'), (it) => it.acceptedBy),
  quietMoment('clearedAt', w('清场', 'Cleared'), (it) => it.clearedAt),
  quietMoment('reinspectedAt', w('复验合格', 'Re-inspected'), (it) => it.reinspectedAt),
  quiet('reinspectedBy', w('复验人', 'Re-inspected by'), (it) => it.reinspectedBy),
  quietMoment('settledAt', w('退款', 'Settled'), (it) => it.settledAt),
  quietMoment('closedAt', w('归档', 'Closed'), (it) => it.closedAt),
  quietMoment('cancelledAt', w('取消', 'Cancelled'), (it) => it.cancelledAt),
  deadlines,
];

/** One renovation: where it stands, what is missing, what comes next and who owes it. */
export const renovationCard = card(shape);

/** With all that was done and said, called as the site does. */
export const renovationPage: View<RenovationPage> = {
  json: (page, as) => toJson(pageShape(page), page, as),
  text: (page, pen) => pen.card(pageShape(page), page),
};

const pageShape = (page: RenovationPage): Shape<RenovationPage> => [...shape, timeline(page)];

const rowShape: Shape<It> = [
  no,
  unit,
  asText('contractor', w('施工', 'Works by'), (it, { lang }) => it.contractor ?? SELF[lang], {
    spare: true,
  }),
  asDay('from', w('起', 'From'), (it) => it.fromOn, { spare: true }),
  asDay('until', w('止', 'Until'), (it) => it.untilOn),
  asWords('state', w('状态', 'State'), (it) => STATES[it.state]),
  asWords('next', w('下一步', 'Next'), nextBriefly),
];

/** People read a line of each, programs all of it. */
export const renovationTable: View<readonly It[]> = {
  json: (them, as) => them.map((it) => toJson(shape, it, as)),
  text: table(rowShape, { none: w('没有装修。', 'No renovations.') }).text,
};
