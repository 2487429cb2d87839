import { type Birthday, birthdayOn } from '../lib/birthday.ts';
import type { Day } from '../lib/day.ts';
import { refused } from '../lib/errors.ts';
import { birthOf } from '../lib/identity.ts';
import { periodReversed } from '../lib/span.ts';
import { w } from '../lib/words.ts';
import type { Greeting } from './model.ts';

/** What tells one person from another. */
export interface Person {
  name: string;
  phone: string | null;
  identity: string | null;
}

/**
 * Who of those known is meant: whoever has the identity number, else the first of this name and
 * phone, unless both have numbers that differ. Refuses the number under another name
 * (`identity_taken`).
 */
export function recognise<P extends Person>(typed: Person, known: readonly P[]): P | undefined {
  const { name, phone, identity } = typed;
  const identified = identity === null ? undefined : known.find((it) => it.identity === identity);
  if (identified && identified.name !== name) throw identityTaken();
  return (
    identified ??
    known.find(
      (it) => phone !== null && it.phone === phone && it.name === name && mayBe(it, identity),
    )
  );
}

/** Whether a person may have this identity number; null: nothing is known against it. */
export const mayBe = (person: Person, identity: string | null): boolean =>
  identity === null || person.identity === null || person.identity === identity;

/** A person known, with what was typed of them now: a newer phone, a number that was not known. */
export const completed = (known: Person, typed: Person): Person => ({
  name: known.name,
  phone: typed.phone ?? known.phone,
  identity: typed.identity ?? known.identity,
});

export const isSame = (a: Person, b: Person): boolean =>
  a.name === b.name && a.phone === b.phone && a.identity === b.identity;

export const identityTaken = () =>
  refused(
    'identity_taken',
    w(
      '这个证件号已登记在别人名下。',
      'This identity number is registered for somebody else already.',
    ),
    w(
      '请核对姓名和证件号；此人改名：wy resident edit 编号 --name 姓名',
      'Check name and number; to rename the person: wy resident edit ID --name NAME',
    ),
  );

/** Of somebody nobody has asked. */
export const UNASKED: Greeting = { greet: null, birthday: null, greetedOn: null };

/**
 * What is kept of a wish once it changes; undefined leaves as it is, a null birthday empties it.
 * Whoever withdraws the consent is forgotten; refuses a birthday without it (`no_consent`).
 */
export function changedGreeting(
  before: Greeting,
  { greet = before.greet, birthday }: { [K in 'greet' | 'birthday']?: Greeting[K] | undefined },
): Greeting {
  if (greet)
    return { ...before, greet, birthday: birthday === undefined ? before.birthday : birthday };
  if (birthday === undefined || birthday === null) return { ...UNASKED, greet };
  throw refused(
    'no_consent',
    w('生日只在住户同意祝贺时登记。', 'A birthday is kept only of those who agreed to be greeted.'),
    w('住户同意的，加 --greet yes。', 'If they agreed, add --greet yes.'),
  );
}

/** The birthday told, else that of the identity number; undefined without consent or where unknown. */
export function birthdayOf(
  it: Pick<Greeting, 'greet' | 'birthday'> & Pick<Person, 'identity'>,
): Birthday | undefined {
  if (!it.greet) return undefined;
  const bornOn = it.identity === null ? undefined : birthOf(it.identity);
  return it.birthday ?? (bornOn && birthdayOn(bornOn));
}

/** Both days count; null is an open end. */
export interface Period {
  fromOn: Day | null;
  untilOn: Day | null;
}

/** The refusal of a period that ends before it begins. */
export const refusalOfPeriod = ({ fromOn, untilOn }: Period) =>
  fromOn !== null && untilOn !== null && untilOn < fromOn
    ? periodReversed(fromOn, untilOn)
    : undefined;

export const overlaps = (a: Period, b: Period): boolean =>
  (a.untilOn === null || b.fromOn === null || b.fromOn <= a.untilOn) &&
  (b.untilOn === null || a.fromOn === null || a.fromOn <= b.untilOn);

/** One person twice in one unit and role at one time; `id`: of the record there is. */
export const residentExists = (unit: string, id: number) =>
  refused(
    'resident_exists',
    w(
      `此人已登记在 ${unit}（编号 ${id}）。`,
      `This person is registered in ${unit} already (id ${id}).`,
    ),
    w(`修改：wy resident edit ${id}`, `Edit it: wy resident edit ${id}`),
  );
