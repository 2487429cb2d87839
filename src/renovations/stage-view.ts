import {
  asMoment,
  asText,
  asTold,
  type Json,
  type Rendering,
  type Shape,
  toJson,
} from '../cli/shape.ts';
import { PARTIES } from '../deposits/model.ts';
import { list, type Words, w } from '../lib/words.ts';
import { ROLE_TITLES } from '../policy/roles.ts';
import type { Lack, Next } from './chain-rules.ts';
import { coded } from './code-rules.ts';
import { conditionOf } from './conditions-rules.ts';
import { unseen } from './line-view.ts';
import type { Paper, Step } from './model.ts';
import { stagesOf } from './paper-rules.ts';
import type { RenovationRecord } from './record.ts';
import { promisers } from './rules.ts';

type It = RenovationRecord;

const isBeforePermit = ({ state }: It) => stagesOf(state).length > 0;

/** People read what is lacking, with what to type for it. */
const papers = asTold('papers', w('还缺资料', 'Papers missing'), (it: It, { lang }) => ({
  json: () => ({ have: [...it.have], missing: [...it.missing] }),
  line: () => {
    if (!isBeforePermit(it)) return '';
    return it.missing.length > 0 ? coded(it.missing, it.names.papers)[lang] : w('无', 'none')[lang];
  },
}));

const paperShape: Shape<Paper> = [
  asText('code', w('代码', 'Code'), (it) => it.code),
  asText('detail', w('说明', 'Detail'), (it) => it.detail),
  asMoment('receivedAt', w('收到', 'Received'), (it) => it.receivedAt),
];

/** With their details; the timeline tells them to people. */
const paperDetails = asTold('paperDetails', w('资料', 'Papers'), (it: It, as) =>
  unseen(it.papers.map((each) => toJson(paperShape, each, as))),
);

const MOST_NAMED = 4;

/** `28/32`, with what is lacking where that is little. */
const commitments = asTold('commitments', w('违规承诺', 'Promises'), (it: It, { lang }) => ({
  json: () => ({ ...it.commitments, missing: [...it.unpromised] }),
  line: () => {
    if (!isBeforePermit(it)) return '';
    const { total, made } = it.commitments;
    const who = list(promisers(it).map((party) => PARTIES[party]));
    const few = it.unpromised.length <= MOST_NAMED ? list(it.unpromised.map(sameCode))[lang] : '';
    const lacking = few && w(`，还缺 ${few}`, `, missing ${few}`)[lang];
    return `${made}/${total}${w(`（${who.zh}）`, ` (${who.en})`)[lang]}${lacking}`;
  },
}));

const sameCode = (code: string): Words => w(code, code);

const lackText = ({ words, of }: Lack, { lang }: Rendering): string => {
  const which = list(of)[lang];
  return w(`须${words.zh}：${which}`, `needs ${words.en}: ${which}`)[lang];
};

const nextJson = ({ step, role, line, lacks }: Next, { lang }: Rendering): Json => ({
  step,
  role,
  command: line,
  lacks: lacks.map(({ condition, of }) => ({
    need: condition,
    of: of.map((each) => each[lang]),
  })),
});

/**
 * What no step brings about. Amounts that are not set stand among those to be paid; the months of use
 * hold up nothing but the re-inspection.
 */
const isWaitedFor = ({ condition }: Lack, step: Step): boolean =>
  condition !== 'amounts' &&
  (condition !== 'used' || step === 'reinspect') &&
  conditionOf(condition).remedy === undefined;

/** What comes next, whose it is, what to type, and what it still waits for. */
function nextLines({ step, words, role, line, lacks }: Next, as: Rendering): string {
  const { lang } = as;
  const waits = lacks.filter((each) => isWaitedFor(each, step));
  return [
    `${words[lang]}  ${ROLE_TITLES[role][lang]}`,
    `  ${line}`,
    ...waits.map((each) => `  ${lackText(each, as)}`),
  ].join('\n');
}

const next = asTold('next', w('下一步', 'Next'), (it: It, as) => {
  const coming = it.next;
  return coming && { json: () => nextJson(coming, as), line: () => nextLines(coming, as) };
});

/** `审核通过`, short enough for a table. */
export const nextBriefly = ({ next: coming }: It): Words => coming?.words ?? w('', '');

/** What is missing, and what comes next. */
export const stage = [papers, paperDetails, commitments, next];
