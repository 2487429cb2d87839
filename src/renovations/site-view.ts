import {
  asChoice,
  asChoices,
  asDay,
  asFlag,
  asIdentity,
  asMoment,
  asPhone,
  asRecords,
  asText,
  asTold,
  asWhole,
  type Json,
  type Rendering,
  type Shape,
  toJson,
} from '../cli/shape.ts';
import { localText } from '../lib/moment.ts';
import { same, w } from '../lib/words.ts';
import { apart, atText } from './line-view.ts';
import {
  INSPECTIONS,
  type Inspection,
  MEASURES,
  type Overtime,
  type Permit,
  type Violation,
} from './model.ts';
import { PASS_STATES, passState, permitNo } from './pass-rules.ts';
import type { RenovationRecord } from './record.ts';

type It = RenovationRecord;

/** A permit or a pass with the renovation it is for. */
interface Pass {
  permit: Permit;
  it: Pick<It, 'no' | 'today' | 'state'>;
}

const passShape: Shape<Pass> = [
  asText('pass', w('出入证', 'Pass'), ({ it, permit }) => permitNo(it.no, permit.part)),
  asText('name', w('姓名', 'Name'), ({ permit }) => permit.worker),
  asIdentity('idNo', w('证件号', 'ID number'), ({ permit }) => permit.idNo),
  asPhone('phone', w('电话', 'Phone'), ({ permit }) => permit.phone),
  asDay('until', w('有效期至', 'Until'), ({ permit }) => permit.untilOn),
  asChoice(
    'state',
    w('状态', 'State'),
    ({ it, permit }) => passState(permit, it.today),
    PASS_STATES,
  ),
  asMoment('issuedAt', w('发证', 'Issued'), ({ permit }) => permit.issuedAt),
  asMoment('endedAt', w('收回或遗失', 'Back or lost'), ({ permit }) => permit.fateAt),
];

function passLine({ it, permit }: Pass, { lang }: Rendering): string {
  const { part, worker, untilOn, fate } = permit;
  const isStillOut = fate === null && it.state !== 'permitted';
  return apart(
    permitNo(it.no, part),
    worker,
    w(`至 ${untilOn}`, `until ${untilOn}`)[lang],
    (isStillOut ? w('未交回', 'not back') : PASS_STATES[passState(permit, it.today)])[lang],
  );
}

const passesOf = (it: It, isPass: boolean): Pass[] =>
  it.permits.filter(({ part }) => part > 0 === isPass).map((permit) => ({ permit, it }));

/** The household's permit: an object, null before it was issued. */
const permit = asTold('permit', w('施工许可证', 'Permit'), (it: It, as) => {
  const [own] = passesOf(it, false);
  if (!own) return null;
  return { json: () => toJson(permitShape, own, as), line: () => passLine(own, as) };
});

const permitShape: Shape<Pass> = passShape.filter(
  ({ key }) => !['name', 'idNo', 'phone'].includes(key),
);

const workers = asRecords(
  'workers',
  w('出入证', 'Passes'),
  (it: It) => passesOf(it, true),
  passShape,
  passLine,
);

/** A violation, called as the site does. */
export const violationShape = (names: It['names']): Shape<Violation> => [
  asWhole('part', w('序号', 'Part'), (it) => it.part),
  asText('code', w('代码', 'Code'), (it) => it.code),
  asText('name', w('违规事项', 'Violation'), (it, { lang }) => nameOf(it, names)[lang]),
  asText('note', w('情况', 'Note'), (it) => it.note),
  asChoices('measures', w('处置', 'Measures'), (it) => it.measures, MEASURES),
  asFlag('open', w('未整改', 'Open'), (it) => it.rectifiedAt === null),
  asMoment('foundAt', w('发现', 'Found'), (it) => it.foundAt),
  asText('foundBy', w('发现人', 'Found by'), (it) => it.foundBy),
  asMoment('stoppedAt', w('制止', 'Stopped'), (it) => it.stoppedAt),
  asMoment('fixBy', w('整改期限', 'Put right by'), (it) => it.fixBy),
  asMoment('reportedAt', w('上报', 'Reported'), (it) => it.reportedAt),
  asText('reportedTo', w('报给', 'Reported to'), (it) => it.reportedTo),
  asMoment('rectifiedAt', w('整改合格', 'Put right'), (it) => it.rectifiedAt),
];

const nameOf = ({ code }: Violation, names: It['names']) => names.violations[code] ?? same(code);

/** One violation as a line: what of, what was done, and by when it is to be put right. */
function violationLine(it: Violation, names: It['names'], as: Rendering): string {
  const { lang } = as;
  const measures = it.measures
    .map((each) => MEASURES[each][lang])
    .join(lang === 'zh' ? '、' : ', ');
  const isOpen = it.rectifiedAt === null;
  return apart(
    `${it.part}`,
    `${it.code} ${nameOf(it, names)[lang]}`,
    it.note,
    measures,
    isOpen && atText(w('制止', 'stopped'), it.stoppedAt, as),
    isOpen && atText(w('限期', 'put right by'), it.fixBy, as),
    it.reportedTo !== null && w(`已报${it.reportedTo}`, `reported to ${it.reportedTo}`)[lang],
    isOpen ? w('未整改', 'open')[lang] : atText(w('整改合格', 'put right'), it.rectifiedAt, as),
  );
}

/** Open ones first for people, as they came for programs. */
const violations = asTold('violations', w('违规', 'Violations'), (it: It, as) => ({
  json: () => it.violations.map((each) => toJson(violationShape(it.names), each, as)),
  line: () =>
    [...it.violations]
      .sort((a, b) => Number(a.rectifiedAt !== null) - Number(b.rectifiedAt !== null))
      .map((each) => violationLine(each, it.names, as))
      .join('\n'),
}));

const overtimeShape: Shape<Overtime> = [
  asMoment('from', w('起', 'From'), (it) => it.fromAt),
  asMoment('until', w('止', 'Until'), (it) => it.untilAt),
  asText('reason', w('原因', 'Reason'), (it) => it.reason),
  asText('approvedBy', w('批准人', 'Approved by'), (it) => it.approvedBy),
];

function overtimeLine(it: Overtime, { lang, zone }: Rendering): string {
  const from = localText(it.fromAt, zone);
  const until = localText(it.untilAt, zone);
  const approved = w(`${it.approvedBy} 批准`, `approved by ${it.approvedBy}`)[lang];
  return apart(w(`${from} 至 ${until}`, `${from} to ${until}`)[lang], it.reason, approved);
}

/** For people, while the works run and those that are not over. */
const overtimes = asTold('overtimes', w('加班许可', 'Overtime'), (it: It, as) => ({
  json: () => it.overtimes.map((each): Json => toJson(overtimeShape, each, as)),
  line: () =>
    it.state === 'permitted'
      ? it.overtimes
          .filter(({ untilAt }) => untilAt >= as.now)
          .map((each) => overtimeLine(each, as))
          .join('\n')
      : '',
}));

const inspectionShape: Shape<Inspection> = [
  asChoice('kind', w('种类', 'Kind'), (it) => it.kind, INSPECTIONS),
  asFlag('passed', w('合格', 'Passed'), (it) => it.passed),
  asMoment('at', w('时间', 'At'), (it) => it.at),
  asChoices('inspectors', w('参加人', 'Present'), (it) => it.people, {}),
  asText('changes', w('设计变更', 'Changes'), (it) => it.changes),
  asText('changesSignedBy', w('变更签字', 'Signed by'), (it) => it.changesSignedBy),
  asText('note', w('说明', 'Note'), (it) => it.note),
];

const RESULT = { true: w('合格', 'passed'), false: w('不合格', 'failed') } as const;

function inspectionLine(it: Inspection, { lang, zone }: Rendering): string {
  const { kind, passed, people, changes, changesSignedBy: signed, note, at } = it;
  const changed = changes === null ? '' : w(`变更：${changes}`, `changes: ${changes}`)[lang];
  const signedBy = signed === null ? '' : w(`${signed} 签字`, `signed by ${signed}`)[lang];
  return apart(
    `${INSPECTIONS[kind][lang]}${lang === 'zh' ? '' : ' '}${RESULT[`${passed}`][lang]}`,
    localText(at, zone),
    people.join(lang === 'zh' ? '、' : ', '),
    changed,
    signedBy,
    note,
  );
}

const inspections = asRecords(
  'inspections',
  w('验收', 'Inspections'),
  (it: It) => it.inspections,
  inspectionShape,
  inspectionLine,
);

/** What happens on the site: permit, passes, violations, overtime, inspections. */
export const site = [permit, workers, violations, overtimes, inspections];
