import { beforeAll, describe, expect, it } from 'vitest';
import type { Book } from '../../src/books/model.ts';
import { closingOf } from '../../src/books/model.ts';
import { suggesterFor } from '../../src/cli/suggest.ts';
import { showingCommands } from '../../src/entries/showing-commands.ts';
import { writingCommands } from '../../src/keeping/commands.ts';
import { openEntry } from '../../src/keeping/opening.ts';
import { stepEntry } from '../../src/keeping/stepping.ts';
import { addUnit } from '../../src/registry/units.ts';
import { at, makeCtx, shippedBooks, type TestCtx } from '../support/ledger.ts';

const KEY = shippedBooks().find(({ key }) => key === 'key') as Book;
const commands = [...writingCommands(KEY), ...showingCommands(KEY)];

let ctx: TestCtx;
let nos: string[];

/** The roof key is due first, the cellar key was lent before, the gate key came back. */
beforeAll(async () => {
  ctx = await makeCtx();
  const lend = (key: string, to: string, until: string) =>
    openEntry(ctx, KEY, { key, to, until, count: 1 }).no;
  addUnit(ctx, {
    ...{ code: '3-2-1501', areaThousandths: 89_530 },
    ...{ use: 'residential', handoverOn: null },
  });
  nos = [
    lend('地下室', '赵敏', '2026-11-22T09:00:00Z'),
    lend('屋面', '钱七', '2026-11-22T02:00:00Z'),
    lend('大门', '孙八', '2026-11-22T08:00:00Z'),
  ];
  const verb = closingOf(KEY);
  if (verb) stepEntry(ctx, KEY, verb, nos[2] as string, {});
});

async function offered(verb: string, field: string, typed: string): Promise<string[]> {
  const command = commands.find((each) => each.verb === verb);
  const asked = command?.fields[field];
  if (!command || !asked) throw new Error(`no ${verb} ${field}`);
  const suggester = await suggesterFor(asked.of, command, at(ctx, '2026-11-22T03:00:00Z'));
  return suggester?.find(typed).map(({ value }) => value) ?? [];
}

describe('a unit that is typed in full', () => {
  it.each([
    ['as it is written', '3-2-1501', true],
    ['as it is spoken', '3栋2单元1501', true],
    ['that the registry does not have', '99-9-999', false],
    ['that is none', '三栋', false],
  ])('%s', async (_, typed, isTaken) => {
    const asked = commands.find((each) => each.verb === 'lend');
    const unit = asked?.fields.unit;
    if (!asked || !unit) throw new Error('no unit of a key lent');
    const suggester = await suggesterFor(unit.of, asked, ctx);
    expect(suggester?.accepts?.(typed)).toBe(isTaken);
  });
});

describe('what a clerk is offered', () => {
  it('to take back: the keys that are out, what is due first before the rest', async () => {
    expect(await offered('return', 'no', '')).toEqual([nos[1], nos[0]]);
  });

  it('to look at: all of them', async () => {
    expect(new Set(await offered('show', 'no', ''))).toEqual(new Set(nos));
  });

  it.each([
    ['the end of a number', () => nos[0]?.slice(-3) ?? '', [0]],
    ['a word of it', () => '赵敏', [0]],
    ['nothing like it', () => '没有', []],
  ])('by %s', async (_, typed, places) => {
    expect(await offered('return', 'no', typed())).toEqual(places.map((place) => nos[place]));
  });

  it('for what was lent: what was lent before; never who borrowed it', async () => {
    expect(new Set(await offered('lend', 'key', ''))).toEqual(new Set(['地下室', '屋面', '大门']));
    expect(await offered('lend', 'key', '屋')).toEqual(['屋面']);
    expect(await offered('lend', 'to', '')).toEqual([]);
  });
});
