import type { Ctx } from '../context.ts';
import { type Words, w } from '../lib/words.ts';
import type { Command } from './command.ts';
import type { Field } from './field.ts';
import type { Option } from './prompt.ts';

/** What a person may choose from while typing. */
interface Suggester {
  /** What can be typed. */
  hint: Words;
  find(typed: string): readonly Option[];
}

type Source = (ctx: Ctx, command: Command) => Promise<Suggester>;

/** By what a field names (`of`); a slice with records of its own adds a line. */
const SOURCES: Readonly<Record<string, Source>> = {
  unit: units,
  resident: residents,
  staff,
  ticket: tickets,
};

const MOST = 50;

/** Undefined where a field names nothing that could be looked up. */
export async function suggesterFor(field: Field<unknown>, command: Command, ctx: Ctx) {
  const of = field.of === 'document' ? command.noun : field.of;
  return of === undefined ? undefined : SOURCES[of]?.(ctx, command);
}

const has = (typed: string, ...parts: (string | null)[]) =>
  parts.some((part) => plain(part ?? '').includes(plain(typed)));

/** Width and case make no difference to who looks something up. */
const plain = (text: string) => text.normalize('NFKC').toLowerCase();

const lineOf = (...parts: (string | null)[]) => parts.filter(Boolean).join('  ');

/** Units by their code, or by the name or telephone of who lives there. */
async function units(ctx: Ctx): Promise<Suggester> {
  const [{ findResidents }, { listUnits }] = await Promise.all([
    import('../registry/find.ts'),
    import('../registry/units.ts'),
  ]);
  const codes = listUnits(ctx.ledger).map((unit) => unit.code);
  return {
    hint: w('请输入房号、姓名、拼音或电话', 'type a unit, a name or a phone'),
    find: (typed) => {
      if (typed === '') return [];
      const names = new Map<string, string[]>();
      for (const { unit, name } of findResidents(ctx, typed, MOST)) {
        names.set(unit, [...(names.get(unit) ?? []), name]);
      }
      for (const code of codes.filter((each) => has(typed, each))) {
        if (names.size < MOST && !names.has(code)) names.set(code, []);
      }
      return [...names].map(([value, who]) => ({ value, name: lineOf(value, who.join('、')) }));
    },
  };
}

async function residents(ctx: Ctx): Promise<Suggester> {
  const { findResidents } = await import('../registry/find.ts');
  return {
    hint: w('请输入姓名、拼音、电话或房号', 'type a name, a phone or a unit'),
    find: (typed) =>
      findResidents(ctx, typed, MOST).map(({ id, unit, name }) => ({
        value: String(id),
        name: lineOf(String(id), unit, name),
      })),
  };
}

async function staff(ctx: Ctx): Promise<Suggester> {
  const [{ listStaff }, { roleTitle }] = await Promise.all([
    import('../registry/staff.ts'),
    import('../policy/roles.ts'),
  ]);
  const options = listStaff(ctx.ledger).map(({ name, roles }) => {
    const titles = roles.map((role) => roleTitle(ctx.policy, role)[ctx.lang]);
    return { value: name, name: lineOf(name, titles.join('、')) };
  });
  return {
    hint: w('请输入姓名', 'type a name'),
    find: (typed) => options.filter(({ name }) => has(typed, name)),
  };
}

/** Tickets that owe this very step, soonest first; then the others whose state allows it. */
async function tickets(ctx: Ctx, command: Command): Promise<Suggester> {
  const [{ listTickets }, { STEPS }, { agenda }, { settledBy }] = await Promise.all([
    import('../tickets/record.ts'),
    import('../tickets/rules.ts'),
    import('../agenda/service.ts'),
    import('../deadlines/kinds.ts'),
  ]);
  const { verb = '' } = command;
  const states = Object.entries(STEPS).find(([step]) => step === verb)?.[1];
  const owing = agenda(ctx, { within: FAR }).duties.filter(
    (duty) => settledBy(duty.kind) === command.name,
  );
  const others = listTickets(ctx, { open: true }).filter(
    ({ state }) => states?.some((each) => each === state) ?? true,
  );
  const lines = new Map([
    ...owing.map((it) => [it.subject, lineOf(it.subject, it.unit ?? it.place, it.title)] as const),
    ...others.map((it) => [it.no, lineOf(it.no, it.unit ?? it.place, it.item)] as const),
  ]);
  const options = [...lines].map(([value, name]) => ({ value, name }));
  return {
    hint: w('没有这样的工单，也可以输入编号', 'no such tickets; a number may be typed'),
    find: (typed) => options.filter(({ name }) => has(typed, name)).slice(0, MOST),
  };
}

const FAR = { amount: 31, unit: 'd', text: '31d' } as const;
