import type { Day } from '../lib/day.ts';
import { addDays } from '../lib/day.ts';
import { misused, refused } from '../lib/errors.ts';
import { periodReversed } from '../lib/span.ts';
import { w } from '../lib/words.ts';
import type { Tariff } from '../policy/sections/tariffs.ts';
import type { Subscription } from './model.ts';

/** Both days counted; null: open. */
export interface Term {
  fromOn: Day;
  untilOn: Day | null;
}

export const overlaps = (a: Term, b: Term): boolean => {
  const from = a.fromOn > b.fromOn ? a.fromOn : b.fromOn;
  return [a, b].every(({ untilOn }) => untilOn === null || untilOn >= from);
};

/** The days for which a term that is new, or ends on another day, makes a difference; undefined: none. */
export function changedDays(before: Term | null, after: Term): Term | undefined {
  const { fromOn } = after;
  if (!before) return held(after);
  const ends = [before.untilOn, after.untilOn].toSorted((a, b) => (isSooner(a, b) ? -1 : 1));
  const [sooner = null, later = null] = ends;
  if (sooner === later || sooner === null) return undefined;
  const dayAfter = addDays(sooner, 1);
  return held({ fromOn: dayAfter > fromOn ? dayAfter : fromOn, untilOn: later });
}

const isSooner = (a: Day | null, b: Day | null): boolean => a !== null && (b === null || a < b);

const held = (term: Term): Term | undefined =>
  term.untilOn === null || term.fromOn <= term.untilOn ? term : undefined;

/** The refusal of a new term that ends before it begins. */
export function refusalOfTerm({ fromOn, untilOn }: Term) {
  if (untilOn === null || fromOn <= untilOn) return undefined;
  return periodReversed(fromOn, untilOn);
}

/** The refusal of an end: the day before its first at the earliest, by which it never held. */
export function refusalOfEnd({ fromOn, untilOn }: { fromOn: Day; untilOn: Day }) {
  const never = addDays(fromOn, -1);
  if (untilOn >= never) return undefined;
  return periodReversed(
    fromOn,
    untilOn,
    w(
      `登记错了、从未生效的，写 --until ${never}`,
      `One recorded by mistake, that never held: --until ${never}`,
    ),
  );
}

/** The refusal of subscribing a unit of this use to a tariff. */
export function refusalOfTariff(key: string, tariff: Tariff, use: Tariff['uses'][number]) {
  if (tariff.basis === 'one-off') {
    return refused(
      'one_off',
      w(
        `${tariff.name} 是一次性收费，不用登记约定。`,
        `${key} is charged once; nobody subscribes to it.`,
      ),
      w(
        `收一次：wy fee charge --unit … --tariff ${key} --amount …`,
        `Charge it: wy fee charge --unit … --tariff ${key} --amount …`,
      ),
    );
  }
  if (!tariff.subscribed) {
    return refused(
      'owed_anyway',
      w(`${tariff.name} 不用登记约定：适用的房屋都收。`, `${key} is owed by every unit it is for.`),
      w(
        `查看：wy fee tariff show ${key}；只向登记了的收，写 subscribed: yes`,
        `See wy fee tariff show ${key}; of subscribers only, say subscribed: yes in the policy.`,
      ),
    );
  }
  if (tariff.uses.length === 0 || tariff.uses.includes(use)) return undefined;
  return refused(
    'wrong_use',
    w(`${tariff.name} 不向这种用途的房屋收。`, `${key} is not for units of this use.`),
    w(`查看：wy fee tariff show ${key}`, `See wy fee tariff show ${key}.`),
  );
}

/** A unit is trust-managed, or vacant, once at a time (rule 125). */
export const agreedTwice = ({ no, unit, fromOn, untilOn }: Subscription) =>
  refused(
    'agreement_exists',
    w(
      `${unit} 已有同样的约定 ${no}（${fromOn} 至 ${untilOn ?? '今后'}）。`,
      `${unit} has such an agreement already: ${no} (${fromOn} to ${untilOn ?? 'open'}).`,
    ),
    w(
      `先终止：wy fee unsubscribe ${no} --until …`,
      `End it first: wy fee unsubscribe ${no} --until …`,
    ),
  );

/** An agreement that lowers fees has neither pieces nor a rate nor a lessee. */
export const notOfAgreements = () =>
  misused(
    'not_of_agreements',
    w('托管、空置没有数量、单价和承租方。', 'A trust or vacancy has no quantity, rate or lessee.'),
    w('去掉 --quantity、--rate、--party。', 'Leave out --quantity, --rate and --party.'),
  );

export const noQuantity = () =>
  refused(
    'quantity_zero',
    w('数量必须大于 0。', 'A quantity must be more than 0.'),
    w('如 --quantity 2；不写按 1', 'Such as --quantity 2; 1 where it is left out.'),
  );
