import { misused, refused, type WyError } from '../lib/errors.ts';
import { list, same, w } from '../lib/words.ts';
import { meansAll } from '../renovations/code-rules.ts';
import type { Fate, Permit, Renovation } from '../renovations/model.ts';
import { partOfPass, permitNo } from '../renovations/pass-rules.ts';

type Holder = Pick<Renovation, 'no' | 'permits' | 'clearedAt'>;

/** The household's own, as it is typed; passes are typed by their numbers. */
const HOUSEHOLD = 'household';

const HOUSEHOLD_NAMES: readonly string[] = [
  HOUSEHOLD,
  '0',
  '00',
  '户',
  '住户',
  '施工许可证',
  '装修施工许可证',
];

/** As it is typed: `household`, `02`. */
export const codeOf = ({ part }: Pick<Permit, 'part'>): string =>
  part === 0 ? HOUSEHOLD : String(part).padStart(2, '0');

/** Codes as they were typed. */
export interface Back {
  returned?: readonly string[] | undefined;
  lost?: readonly string[] | undefined;
  cleared: boolean;
}

/** What became of which, and whether the site is cleared now. */
export interface Fates {
  returned: readonly Permit[];
  lost: readonly Permit[];
  clears: boolean;
}

/**
 * What a clerk records of permits and passes (rules 104, 105). `all` is whatever is still out. A lost
 * one that nobody paid for may turn up again. Refuses what changes nothing.
 */
export function fatesOf(it: Holder, { returned = [], lost = [], cleared }: Back): Fates {
  if (returned.length + lost.length === 0 && !cleared) throw nothingSaid();
  const named = { returned: partsNamed(it, returned), lost: partsNamed(it, lost) };
  const rest = it.permits.filter(
    ({ part, fate }) => fate === null && !named.returned.has(part) && !named.lost.has(part),
  );
  const meant = (fate: Fate, typed: readonly string[]) => [
    ...it.permits.filter(({ part }) => named[fate].has(part)),
    ...(typed.some(meansAll) ? rest : []),
  ];
  const fates = {
    returned: meant('returned', returned),
    lost: meant('lost', lost),
    clears: cleared && it.clearedAt === null,
  };
  const refusal = refusalOf(it, fates);
  if (refusal) throw refusal;
  return fates;
}

/** The parts that are named one by one. */
const partsNamed = (it: Holder, typed: readonly string[]): ReadonlySet<number> =>
  new Set(typed.filter((each) => !meansAll(each)).map((each) => partTyped(it, each)));

function partTyped({ no, permits }: Holder, typed: string): number {
  const meant = isHouseholds(no, typed) ? 0 : partOfPass(no, typed);
  const found = permits.find(({ part }) => part === meant);
  if (found) return found.part;
  const codes = list(permits.map((each) => same(codeOf(each))));
  throw refused(
    'unknown_permit',
    w(`${no} 没有“${typed}”这张证件。`, `${no} has no permit or pass "${typed}".`),
    w(`可用：${codes.zh}，或 all`, `Use ${codes.en}, or all`),
  );
}

function isHouseholds(no: string, typed: string): boolean {
  const plain = typed.normalize('NFKC').trim();
  return HOUSEHOLD_NAMES.includes(plain.toLowerCase()) || plain.toUpperCase() === no;
}

function refusalOf(it: Holder, { returned, lost, clears }: Fates): WyError | undefined {
  if (returned.some((each) => lost.includes(each))) return bothTold();
  const back = [...returned, ...lost].find(({ fate }) => fate === 'returned');
  if (back) return alreadyBack(it.no, back.part);
  const lostAgain = lost.find(({ fate }) => fate === 'lost');
  if (lostAgain) return alreadyLost(permitNo(it.no, lostAgain.part));
  const paid = returned.find(({ lostFen }) => lostFen !== null);
  if (paid) return paidFor(it.no, paid.part);
  return returned.length + lost.length === 0 && !clears ? nothingLeft(it) : undefined;
}

const nothingSaid = () =>
  misused(
    'nothing_to_record',
    w(
      '请写明交回、遗失了哪些，或已清场。',
      'Say what came back or was lost, or that it is cleared.',
    ),
    w(
      '--returned all 或 --returned household,1 --lost 2，清场加 --cleared',
      '--returned all, or --returned household,1 --lost 2; with --cleared once the site is',
    ),
  );

const bothTold = () =>
  misused(
    'returned_and_lost',
    w('同一张证件不能既交回又遗失。', 'The same permit cannot be both returned and lost.'),
    w('从 --returned 或 --lost 里去掉它。', 'Leave it out of --returned or of --lost.'),
  );

const alreadyBack = (no: string, part: number) =>
  refused(
    'already_back',
    w(`${permitNo(no, part)} 已经交回。`, `${permitNo(no, part)} was returned already.`),
    w(`查看还有哪些在外：wy reno show ${no}`, `See what is still out: wy reno show ${no}`),
  );

const alreadyLost = (permit: string) =>
  refused(
    'already_lost',
    w(`${permit} 已经登记遗失。`, `${permit} was recorded as lost already.`),
    w('找到了的，用 --returned 登记。', 'If it was found again, record it with --returned.'),
  );

const paidFor = (no: string, part: number) =>
  refused(
    'lost_paid',
    w(
      `${permitNo(no, part)} 遗失的赔偿已经收了。`,
      `The loss of ${permitNo(no, part)} was paid for already.`,
    ),
    w(
      `找到的证件请作废，记一笔：wy reno note ${no} "…"`,
      `Void the one that was found, and note it: wy reno note ${no} "…"`,
    ),
  );

const nothingLeft = ({ no, clearedAt }: Holder) =>
  clearedAt === null
    ? refused(
        'nothing_out',
        w(`${no} 的证件都已交回或登记遗失。`, `Nothing of ${no} is out any more.`),
        w(
          `清场后：wy reno permits ${no} --cleared`,
          `Once cleared: wy reno permits ${no} --cleared`,
        ),
      )
    : refused(
        'already_cleared',
        w(`${no} 已经清场。`, `The site of ${no} was cleared already.`),
        w(`查看：wy reno show ${no}`, `See wy reno show ${no}`),
      );
