import { describe, expect, it } from 'vitest';
import { encodeGb18030 } from '../support/gb18030.ts';
import { KEYS, Keyboard } from '../support/keyboard.ts';
import { type FrontDesk, frontDesk } from '../support/session.ts';

async function furnished(questions: string | Uint8Array = '1. 客服接待\n2. 维修服务\n') {
  const desk = await frontDesk();
  await desk.say('unit add 3-2-1501 --area 89.53 --handover 2024-06-30');
  await desk.say('resident add --unit 3-2-1501 --name 张伟 --phone 13800000002 --role owner');
  const file = desk.file('questions.txt', questions);
  const opened = await desk.run(['survey', 'open', '--questions', file, '--json']);
  return { desk, opened };
}

const textsOf = (opened: Awaited<ReturnType<FrontDesk['say']>>) =>
  opened.json.questions.map(({ text }: { text: string }) => text);

describe('the questions of a file', () => {
  it.each([
    ['UTF-8', '\ufeff客服接待\n维修服务\n'],
    ['GB18030', encodeGb18030('客服接待\r\n维修服务\r\n')],
  ])('of %s', async (_, content) => {
    const { opened } = await furnished(content);
    expect(textsOf(opened)).toEqual(['客服接待', '维修服务']);
  });

  it('that cannot be read is refused by its name', async () => {
    const desk = await frontDesk();
    const said = await desk.say('survey open --questions nowhere.txt --json');
    expect([said.code, said.error.code]).toEqual([2, 'file_unreadable']);
    expect((await desk.say('survey list --json')).json).toEqual([]);
  });
});

describe('on a terminal a form is asked for question by question', () => {
  it('each a choice, one may be left out', async () => {
    const { desk } = await furnished();
    await desk.say('survey send 001 --all');
    const keyboard = new Keyboard();
    const saying = desk.say('survey record 001 --unit 3-2-1501', {
      terminal: keyboard,
      columns: 80,
    });
    await keyboard.on('1. 客服接待', KEYS.down, KEYS.enter);
    await keyboard.on('2. 维修服务', KEYS.down, KEYS.down, KEYS.down, KEYS.enter);
    await keyboard.on('意见和建议（可留空）', '车位少', KEYS.enter);
    expect((await saying).code).toBe(0);
    const form = (await desk.say('survey form 001 --unit 3-2-1501 --json')).json;
    expect(form).toMatchObject({ opinion: '车位少', valid: true });
    expect(form.answers.map(({ answer }: { answer: unknown }) => answer)).toEqual(['fair', null]);
  });

  it('but not where the form was not sent, or is back', async () => {
    const { desk } = await furnished();
    const onTerminal = () => ({ terminal: new Keyboard(), columns: 80 });
    const unsent = await desk.say('survey record 001 --unit 3-2-1501', onTerminal());
    expect([unsent.code, unsent.err]).toEqual([1, expect.stringContaining('survey send')]);
    await desk.say('survey record 001 --unit 3-2-1501 --answers 11 --unsent');
    const back = await desk.say('survey record 001 --unit 3-2-1501', onTerminal());
    expect([back.code, back.err]).toEqual([1, expect.stringContaining('--again')]);
  });
});
