import { misused } from '../lib/errors.ts';
import { list, same, type Words, w } from '../lib/words.ts';
import type { Policy } from '../policy/policy.ts';
import {
  CODES_OF,
  FORWARDING,
  INSPECTION,
  type ItemKind,
  type Move,
  NAMES,
  SYNONYMS,
} from './model.ts';
import type { Step } from './rules.ts';

export type MovesPolicy = Policy['moves'];

/** What a command can still add to a file. */
type Need = Extract<
  Step,
  'paper' | 'handout' | 'return' | 'settle' | 'forward' | 'meter' | 'inspect'
>;

/** What is missing, by the step that adds it. */
export interface Missing {
  step: Need;
  codes: readonly string[];
}

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

/** The name of a code: the site's own, else the built-in one. */
export function nameOf(code: string, { names }: Pick<MovesPolicy, 'names'>): Words {
  return Object.hasOwn(names, code) ? same(names[code] ?? code) : (NAMES[code] ?? same(code));
}

/** The codes of the lists in which a site may use its own. */
const listed = (kind: ItemKind, it: MovesPolicy): readonly string[] =>
  ({
    paper: [...Object.values(it.papers).flat(), ...it.forms, ...it.forTransfer],
    handout: it.handouts,
    return: it.returns,
    settlement: it.settlements,
  })[kind];

/** All codes that an item of this kind may have: those of wy, and the site's own that no other list has. */
export function codesFor(kind: ItemKind, it: MovesPolicy): string[] {
  const elsewhere = new Set(
    (Object.keys(CODES_OF) as ItemKind[])
      .filter((each) => each !== kind)
      .flatMap((each) => listed(each, it)),
  );
  const own = Object.keys(it.names).filter((code) => !(code in NAMES) && !elsewhere.has(code));
  return [...new Set([...Object.keys(CODES_OF[kind]), ...listed(kind, it), ...own])];
}

/** The code typed, as a code or as its name in either language; refuses an unknown one. */
export function codeTyped(kind: ItemKind, typed: string, it: MovesPolicy): string {
  const wanted = plain(typed);
  const codes = codesFor(kind, it);
  const found = codes.find((code) => {
    const names = [nameOf(code, it), NAMES[code]].flatMap((name) => [name?.zh, name?.en]);
    const called = [code, ...names, ...(SYNONYMS.get(code) ?? [])];
    return called.some((name) => name !== undefined && plain(name) === wanted);
  });
  if (found) return found;
  const known = list(codes.map((code) => w(`${code}（${nameOf(code, it).zh}）`, code)));
  throw misused(
    'unknown_item',
    w(`没有“${typed}”这一项。`, `There is no item "${typed}".`),
    w(`可用：${known.zh}`, `Use: ${known.en}`),
  );
}

const plain = (text: string) => text.normalize('NFKC').trim().toLowerCase();

/** What to type behind each command, where something is missing. */
const WHAT: Readonly<Record<Need, (codes: readonly string[]) => string>> = {
  paper: (codes) => `--add ${codes.join(',')}`,
  handout: (codes) => `--item ${codes.join(',')} --signed-by …`,
  return: (codes) => `--item ${codes.join(',')}`,
  settle: (codes) => `--item ${codes.join(',')} --detail "…"`,
  forward: () => '--address "…"',
  meter: (codes) => codes.map((code) => `--${code} …`).join(' '),
  inspect: () => '--inspector … --signed-by …',
};

/** The line that adds it. */
export const commandFor = (no: string, { step, codes }: Missing): string =>
  `wy resident ${step} ${no} ${WHAT[step](codes)}`;
