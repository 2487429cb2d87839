import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { KEYS, Keyboard } from '../support/keyboard.ts';
import { frontDesk } from '../support/session.ts';

describe('a new book at a terminal', () => {
  it('is asked for field by field, letters that are taken are refused', async () => {
    const desk = await frontDesk();
    const keys = new Keyboard();
    const said = desk.say('book new umbrella', { terminal: keys });
    await keys.on('名称', '雨伞', KEYS.enter);
    await keys.on('编号的字头', '\u0015', 'T', KEYS.enter);
    await keys.on('工单', '\u0015', 'UM', KEYS.enter);
    await keys.on('登记的动作', '\u0015', 'lend', KEYS.enter);
    await keys.on('了结的动作', 'return', KEYS.enter);
    await keys.on('第 1 个字段', 'borrower', KEYS.enter);
    await keys.on('显示的名称', '\u0015', '借用人', KEYS.enter);
    await keys.on('类型', KEYS.enter);
    await keys.on('必填吗', 'y', KEYS.enter);
    await keys.on('第 2 个字段', 'kind', KEYS.enter);
    await keys.on('显示的名称', '\u0015', '种类', KEYS.enter);
    await keys.on('类型', KEYS.down, KEYS.down, KEYS.enter);
    await keys.on('选项', 'long=长柄|short=短柄', KEYS.enter);
    await keys.on('必填吗', KEYS.enter);
    await keys.on('第 3 个字段', KEYS.enter);
    await keys.on('多久之内', '3d', KEYS.enter);
    await keys.on('多久登记一次', KEYS.enter);
    expect(await said).toMatchObject({ code: 0, err: '' });
    expect(readFileSync(path.join(desk.home, 'books.yaml'), 'utf8')).toBe(
      [
        'umbrella:',
        '  prefix: UM',
        '  name: 雨伞',
        '  verbs:',
        '    lend: open',
        '    return: close',
        '  fields:',
        '    borrower: { type: text, label: 借用人, required: yes }',
        '    kind: { type: choice, label: 种类, choices: { long: 长柄, short: 短柄 } }',
        '  deadlines:',
        '    return: { words: 了结：雨伞, within: 3d }',
        '',
      ].join('\n'),
    );
  });

  it('refuses at its question what the file would be refused for', async () => {
    const desk = await frontDesk();
    const keys = new Keyboard();
    const said = desk.say('book new umbrella --name 雨伞', { terminal: keys });
    await keys.on('编号的字头', '\u0015', '1x', KEYS.enter);
    await keys.on('一到三个', '\u0015', 'um', KEYS.enter);
    await keys.on('登记的动作', '\u0015', '借出', KEYS.enter);
    await keys.on('可以写 jiechu', '\u0015', 'list', KEYS.enter);
    await keys.on('自己用的', '\u0015', 'lend', KEYS.enter);
    await keys.on('了结的动作', 'lend', KEYS.enter);
    await keys.on('写了两次', '\u0015', 'return', KEYS.enter);
    await keys.on('第 1 个字段', '借用人', KEYS.enter);
    await keys.on('可以写 jieyongren', '\u0015', 'kind', KEYS.enter);
    await keys.on('显示的名称', '\u0015', '种类', KEYS.enter);
    await keys.on('类型', KEYS.down, KEYS.down, KEYS.enter);
    await keys.on('选项', 'a=甲|a=乙', KEYS.enter);
    await keys.on('写了两次', '\u0015', 'long=长柄｜short=短柄', KEYS.enter);
    await keys.on('必填吗', KEYS.enter);
    await keys.on('第 2 个字段', 'kind', KEYS.enter);
    await keys.on('写了两次', '\u0015', KEYS.enter);
    await keys.on('多久之内', '三天', KEYS.enter);
    await keys.on('30m', '\u0015', '3d', KEYS.enter);
    await keys.on('多久登记一次', '每月', KEYS.enter);
    await keys.on('last-workday', '\u0015', 'month', KEYS.enter);
    expect(await said).toMatchObject({ code: 0, err: '' });
    expect(readFileSync(path.join(desk.home, 'books.yaml'), 'utf8')).toBe(
      [
        'umbrella:',
        '  prefix: UM',
        '  name: 雨伞',
        '  verbs:',
        '    lend: open',
        '    return: close',
        '  fields:',
        '    kind: { type: choice, label: 种类, choices: { long: 长柄, short: 短柄 } }',
        '  deadlines:',
        '    return: { words: 了结：雨伞, within: 3d }',
        '  cadence: month',
        '',
      ].join('\n'),
    );
  });

  it('asks nothing where what was typed is wrong', async () => {
    const desk = await frontDesk();
    const said = await desk.say('book new umbrella --opens 借出', { terminal: new Keyboard() });
    expect(said).toMatchObject({ code: 2, err: expect.stringContaining('可以写 jiechu') });
  });
});
