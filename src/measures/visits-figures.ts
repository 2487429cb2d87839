import { w } from '../lib/words.ts';
import { answersOf, triesOf } from '../visits/answers.ts';
import { OUTCOMES, type Outcome, REASON_WORDS, type Reason } from '../visits/model.ts';
import { type Listed, listedFamily } from './listed.ts';
import type { Figure } from './model.ts';

/** One visit or callback, or the attempt; listed by the slice of visits, as its own report counts them. */
interface Call {
  no: string;
  unit: string | null;
  building: string | null;
  reason: Reason;
  result: Outcome;
  hasNeeds: boolean;
  at: string;
}

const isAnswered = ({ result }: Call): boolean => result !== 'no-answer';
const isCallback = ({ reason }: Call): boolean => CALLBACKS.includes(reason);

/** About a case; the others are visits for their own sake. */
const CALLBACKS: readonly Reason[] = ['repair', 'complaint', 'move-in'];

const about = (
  label: Figure['label'],
  definition: Figure['definition'],
  where: (call: Call) => boolean,
) => ({ label, definition, where });

const listed: Listed<Call> = {
  key: 'visits',
  name: w('走访回访', 'Visits and callbacks'),
  gather: (ctx, { from, end }) => {
    const span = { from, to: end };
    return [
      ...answersOf(ctx, span).map(({ needs, ...each }) => ({ ...each, hasNeeds: needs !== null })),
      ...triesOf(ctx, span).map((each) => ({
        ...each,
        ...{ result: 'no-answer' as const, hasNeeds: false },
      })),
    ].sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
  },
  recordOf: ({ no, at, unit, reason, result }) => {
    const [of, came] = [REASON_WORDS[reason], OUTCOMES[result]];
    return {
      ...{ no, at, unit, amountFen: null },
      what: w(`${of.zh}·${came.zh}`, `${of.en}: ${came.en}`),
    };
  },
  figures: {
    count: about(
      w('走访回访', 'visits and callbacks'),
      w('本期有答复的走访和回访', 'visits and callbacks of the period that were answered'),
      isAnswered,
    ),
    callbacks: about(
      w('回访', 'callbacks'),
      w('其中维修、投诉、入住回访', 'of those, about a repair, a complaint or a move-in'),
      (call) => isAnswered(call) && isCallback(call),
    ),
    visited: about(
      w('走访', 'visits'),
      w('其中计划走访、抽样和其他走访', 'of those, for no case: planned, of the sample or other'),
      (call) => isAnswered(call) && !isCallback(call),
    ),
    satisfied: about(
      w('满意', 'satisfied'),
      w('答复满意', 'said to be satisfied'),
      ({ result }) => result === 'satisfied',
    ),
    fair: about(
      w('基本满意', 'fair'),
      w('答复基本满意', 'said to be fairly satisfied'),
      ({ result }) => result === 'fair',
    ),
    dissatisfied: about(
      w('不满意', 'dissatisfied'),
      w('答复不满意', 'said to be dissatisfied'),
      ({ result }) => result === 'dissatisfied',
    ),
    pleased: about(
      w('满意和基本满意', 'satisfied or fair'),
      w('答复满意或基本满意', 'said to be satisfied or fairly so'),
      ({ result }) => result === 'satisfied' || result === 'fair',
    ),
    needs: about(
      w('提出需求', 'with needs'),
      w('答复时提出需求的', 'answered, and asked for something'),
      ({ hasNeeds }) => hasNeeds,
    ),
    unanswered: about(
      w('无人应答', 'no answer'),
      w('本期无人应答的次数', 'attempts of the period at which nobody answered'),
      (call) => !isAnswered(call),
    ),
  },
  groupings: {
    reason: { label: w('事由', 'Reason'), by: ({ reason }) => reason },
    building: { label: w('楼栋', 'Building'), by: ({ building }) => building },
  },
};

/** Visits and callbacks and what was said (rules 71–76); callbacks in time are in the deadlines. */
export const visits = listedFamily(listed);
