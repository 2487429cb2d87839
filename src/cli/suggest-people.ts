import type { Ctx } from '../context.ts';
import { tryUnitCode } from '../lib/unit-code.ts';
import { w } from '../lib/words.ts';
import { has, lineOf, MOST, type Source, type Suggester } from './suggester.ts';

/** Units by their code, or by the name or telephone of who lives there. */
async function units(ctx: Ctx): Promise<Suggester> {
  const [{ findResidents }, { listUnits }, { listResidents }, { unitsFrom }] = await Promise.all([
    import('../registry/find.ts'),
    import('../registry/units.ts'),
    import('../registry/residents.ts'),
    import('./completion-units.ts'),
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
    beginning: (begun) =>
      unitsFrom(codes, begun, (unit) =>
        listResidents(ctx.ledger, { unit, on: ctx.today })
          .map(({ name }) => name)
          .join('、'),
      ),
  };
}

/** A unit that is not in the registry is refused at its question, not after the last one. */
export async function knownUnits(ctx: Ctx): Promise<Suggester> {
  const { listUnits } = await import('../registry/units.ts');
  const codes = new Set(listUnits(ctx.ledger).map(({ code }) => code));
  const accepts = (typed: string) => codes.has(tryUnitCode(typed)?.code ?? '');
  return { ...(await units(ctx)), accepts };
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

/** Whoever is on the call list, in calling order. */
async function calls(ctx: Ctx): Promise<Suggester> {
  const { callList } = await import('../visits/calling.ts');
  const options = callList(ctx, {})
    .filter(({ reason }) => reason !== 'sample')
    .map(({ subject, unit, place, ask }) => ({
      value: subject,
      name: lineOf(subject, unit ?? place, ask[ctx.lang]),
    }));
  return {
    hint: w('回访单上没有，也可以输入编号', 'not on the call list; a number may be typed'),
    find: (typed) => options.filter(({ name }) => has(typed, name)).slice(0, MOST),
  };
}

export const PEOPLE: Readonly<Record<string, Source>> = {
  unit: units,
  resident: residents,
  staff,
  call: calls,
};
