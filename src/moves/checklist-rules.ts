import { ALL, type MovesPolicy } from './code-rules.ts';
import { FORWARDING, INSPECTION, type ItemKind, type Move } from './model.ts';
import type { Step } from './rules.ts';

/** What a command can still add to a file. */
export type Need = Extract<
  Step,
  'paper' | 'handout' | 'return' | 'settle' | 'forward' | 'meter' | 'inspect'
>;

/** What is missing, by the step that adds it. */
export interface Missing {
  step: Need;
  codes: readonly string[];
}

/** The step that adds each kind of item. */
export const STEP_OF = {
  paper: 'paper',
  handout: 'handout',
  return: 'return',
  settlement: 'settle',
} as const satisfies Record<ItemKind, Need>;

/** What the policy requires of a file (rules 1–6, 9–11, 18, 19). */
function required({ kind, case: which }: Pick<Move, 'kind' | 'case'>, it: MovesPolicy): Missing[] {
  const papers = it.papers[which];
  const meter = { step: 'meter', codes: it.meters } as const;
  switch (kind) {
    case 'move-in':
      return [
        { step: 'paper', codes: [...papers, ...it.forms] },
        { step: 'inspect', codes: [INSPECTION] },
        meter,
        { step: 'handout', codes: it.handouts },
      ];
    case 'move-out':
      return [
        { step: 'paper', codes: papers },
        { step: 'settle', codes: it.settlements.filter((code) => code !== FORWARDING) },
        meter,
        { step: 'return', codes: it.returns },
        { step: 'forward', codes: it.settlements.filter((code) => code === FORWARDING) },
      ];
    case 'transfer':
      return [{ step: 'paper', codes: [...papers, ...it.forTransfer] }];
  }
}

/** What is required and not there; nothing of a file that has ended. */
export function missingOf(move: Move, policy: MovesPolicy): Missing[] {
  if (move.state !== 'open') return [];
  return required(move, policy).flatMap(({ step, codes }) => {
    const there = present(move, step);
    const missing = [...new Set(codes)].filter((code) => !there.has(code));
    return missing.length > 0 ? [{ step, codes: missing }] : [];
  });
}

function present(move: Move, step: Need): ReadonlySet<string> {
  const of = (kind: ItemKind) =>
    new Set(move.items.filter((item) => item.kind === kind).map(({ code }) => code));
  switch (step) {
    case 'meter':
      return new Set(move.readings.map(({ meter }) => meter));
    case 'inspect':
      return new Set(move.inspectedAt === null ? [] : [INSPECTION]);
    case 'forward':
      return new Set(move.forwarding === null ? [] : [FORWARDING]);
    case 'settle':
      return of('settlement');
    default:
      return of(step);
  }
}

/** What a file holds, by its codes. */
export const codesIn = (move: Move): string[] => [
  ...new Set([
    ...move.items.map(({ code }) => code),
    ...move.readings.map(({ meter }) => meter),
    ...(move.inspectedAt === null ? [] : [INSPECTION]),
    ...(move.forwarding === null ? [] : [FORWARDING]),
  ]),
];

/** How many there are is recorded of each. */
const COUNTED: ReadonlySet<string> = new Set(['keys', 'cards']);

/** Of goods a line for each kind that is counted, then one for the rest. */
const goodsOf = (codes: readonly string[]): string[] => {
  const counted = codes.filter((code) => COUNTED.has(code));
  const rest = codes.filter((code) => !COUNTED.has(code));
  return [
    ...counted.map((code) => `--item ${code} --quantity … --detail "…"`),
    ...(rest.length > 0 ? [`--item ${allOf(rest)}`] : []),
  ];
};

/** `all` where there is more than one, so that the line stays short enough to be copied. */
const allOf = (codes: readonly string[]) => (codes.length === 1 ? codes.join() : ALL);

/** What to type behind each command, where something is missing. */
const WHAT: Readonly<Record<Need, (codes: readonly string[]) => string[]>> = {
  paper: (codes) => [`--add ${allOf(codes)}`],
  handout: (codes) => goodsOf(codes).map((goods) => `${goods} --signed-by …`),
  return: goodsOf,
  settle: (codes) => [`--item ${allOf(codes)} --detail "…"`],
  forward: () => ['--address "…"'],
  meter: (codes) => [codes.map((code) => `--${code} …`).join(' ')],
  inspect: () => ['--inspector … --signed-by …'],
};

/** The lines that add it, in the order in which to type them. */
export const commandsFor = (no: string, { step, codes }: Missing): string[] =>
  WHAT[step](codes).map((what) => `wy resident ${step} ${no} ${what}`);
