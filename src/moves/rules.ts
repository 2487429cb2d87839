import { refused, type WyError } from '../lib/errors.ts';
import { list, w } from '../lib/words.ts';
import { KINDS, type Kind, type Move, type State } from './model.ts';

/** Which states each step may be taken from. */
export const STEPS = {
  paper: ['open'],
  handout: ['open'],
  return: ['open'],
  settle: ['open'],
  forward: ['open'],
  meter: ['open'],
  inspect: ['open'],
  defect: ['open'],
  strike: ['open'],
  complete: ['open'],
  cancel: ['open'],
  note: ['open', 'completed'],
  callback: ['completed'],
} as const satisfies Record<string, readonly State[]>;

export type Step = keyof typeof STEPS;

/** The steps that not every kind of file has. */
const ONLY_OF: Readonly<Partial<Record<Step, readonly Kind[]>>> = {
  handout: ['move-in', 'transfer'],
  return: ['move-out'],
  settle: ['move-out', 'transfer'],
  forward: ['move-out', 'transfer'],
  inspect: ['move-in'],
  defect: ['move-in'],
  callback: ['move-in'],
};

/** The refusal of a step that this kind of file does not have, or that its state does not allow. */
export function refusalOf(step: Step, { no, kind, state }: Pick<Move, 'no' | 'kind' | 'state'>) {
  const states: readonly State[] = STEPS[step];
  const kinds = ONLY_OF[step];
  if (kinds && !kinds.includes(kind)) {
    const whose = list(kinds.map((each) => KINDS[each]));
    return refused(
      'other_kind_of_file',
      w(
        `${no} 是${KINDS[kind].zh}；这一步只用于${whose.zh}。`,
        `${no} is a ${KINDS[kind].en}; this step belongs to: ${whose.en}.`,
      ),
      seeFile(no),
    );
  }
  return states.includes(state) ? undefined : WHY_NOT[state](no);
}

const seeFile = (no: string) => w(`查看：wy resident file ${no}`, `See wy resident file ${no}`);

const WHY_NOT: Readonly<Record<State, (no: string) => WyError>> = {
  open: (no) =>
    refused(
      'file_open',
      w(`${no} 还没有办结。`, `${no} is not completed yet.`),
      w(`办结：wy resident complete ${no}`, `Complete it: wy resident complete ${no}`),
    ),
  completed: (no) =>
    refused(
      'file_completed',
      w(`${no} 已办结。`, `${no} is completed.`),
      w(
        `补记：wy resident note ${no} "…"；房屋问题另行报修：wy ticket open`,
        `Write it down: wy resident note ${no} "…"; what is broken: wy ticket open`,
      ),
    ),
  cancelled: (no) =>
    refused(
      'file_cancelled',
      w(`${no} 已取消。`, `${no} was cancelled.`),
      w('请另立一份：wy resident move-in', 'Open another one: wy resident move-in'),
    ),
};
