import { describe, expect, it } from 'vitest';
import { askFor } from '../../src/cli/ask.ts';
import { command, type Guide } from '../../src/cli/command.ts';
import { choice, text } from '../../src/cli/field.ts';
import type { Host } from '../../src/host.ts';
import { w } from '../../src/lib/words.ts';
import { KEYS, Keyboard } from '../support/keyboard.ts';
import { makeCtx } from '../support/ledger.ts';

const SIZES = { large: w('大', 'large'), middle: w('中', 'middle'), small: w('小', 'small') };

const because = w('有依据', 'there is a reason');

/** Asks for what it is about, then for what its proposals depend on. */
type Offer = { value: string } & Pick<Guide, 'choices'>;

const thing = ({ value, choices }: Offer) =>
  command({
    name: 'thing log',
    about: w('甲', 'a'),
    fields: {
      text: text({ label: w('内容', 'text'), required: true }),
      size: choice(SIZES, { label: w('大小', 'size'), required: true }),
      colour: text({ label: w('颜色', 'colour'), ask: true }),
      cage: text({ label: w('笼子', 'cage') }),
    },
    guides: {
      size: (typed) => ({
        proposal: { value: typed.text === '大象' ? 'large' : 'small', because },
      }),
      colour: () => ({ proposal: { value, because }, choices }),
      cage: (typed) => ({ needed: typed.text === '老虎' }),
    },
    run: () => null,
    view: { json: () => null, text: () => '' },
  });

async function asked(lang: 'zh' | 'en', proposal: Parameters<typeof thing>[0]) {
  const ctx = await makeCtx({ lang });
  const keyboard = new Keyboard();
  const host = { terminal: keyboard } as unknown as Host;
  const env = { now: ctx.now, today: ctx.today, zone: ctx.zone, lang };
  return { keyboard, answers: askFor(thing(proposal), {}, { env, host, ctx }) };
}

describe('a value that is proposed', () => {
  it('is said with its reason, follows from what was answered before, and is taken by enter', async () => {
    const { keyboard, answers } = await asked('zh', { value: '灰' });
    await keyboard.on('? 内容', '老鼠', KEYS.enter);
    await keyboard.on('大小（建议：小，有依据）', KEYS.enter);
    await keyboard.on('颜色（建议：灰，有依据）', KEYS.enter);
    expect(await answers).toEqual({ text: '老鼠', size: 'small', colour: '灰' });
  });

  it('binds nobody', async () => {
    const { keyboard, answers } = await asked('en', { value: 'grey' });
    await keyboard.on('? Text', '大象', KEYS.enter);
    await keyboard.on('Size (large is proposed: there is a reason)', KEYS.down, KEYS.enter);
    await keyboard.on('Colour (grey is proposed: there is a reason)', 'blue', KEYS.enter);
    expect(await answers).toEqual({ text: '大象', size: 'middle', colour: 'blue' });
  });

  it('is asked for where what was answered before wants it', async () => {
    const { keyboard, answers } = await asked('zh', { value: '黄' });
    await keyboard.on('? 内容', '老虎', KEYS.enter);
    await keyboard.on('大小', KEYS.enter);
    await keyboard.on('颜色', KEYS.enter);
    await keyboard.on('? 笼子', KEYS.enter);
    await keyboard.on('必须填写。', '铁笼', KEYS.enter);
    expect(await answers).toMatchObject({ text: '老虎', cage: '铁笼' });
  });

  it('may bring the choices that only the policy knows', async () => {
    const choices = { red: w('红', 'red'), blue: w('蓝', 'blue') };
    const { keyboard, answers } = await asked('zh', { value: 'blue', choices });
    await keyboard.on('? 内容', '鲸', KEYS.enter);
    await keyboard.on('大小', KEYS.enter);
    await keyboard.on('颜色（建议：蓝，有依据）');
    expect(keyboard.screen).toContain('❯ 蓝');
    await keyboard.on('', KEYS.enter);
    expect(await answers).toMatchObject({ colour: 'blue' });
  });
});
