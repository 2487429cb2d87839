import { beforeEach, describe, expect, it } from 'vitest';
import { KEYS, Keyboard } from '../support/keyboard.ts';
import { type FrontDesk, frontDesk, type Said } from '../support/session.ts';

const NO = 'D261122-001';

const ALL_THERE = '李强,孙工,王芳,赵敏';

let desk: FrontDesk;

/** On the site's clock; what is refused fails the test that did not want it. */
async function say(time: string, line: string): Promise<Said> {
  desk.now = new Date(`${time.replace(' ', 'T')}:00+08:00`).toISOString();
  return desk.say(line);
}

async function done(time: string, line: string): Promise<Said> {
  const said = await say(time, line);
  expect(`${line}: ${said.code === 0 ? '' : said.err}`).toBe(`${line}: `);
  return said;
}

beforeEach(async () => {
  desk = await frontDesk();
  const at = (time: string, line: string) => done(`2026-11-22 ${time}`, line);
  for (const [name, role] of [
    ['陈主任', 'director'],
    ['李强', 'engineering'],
    ['孙工', 'engineering'],
    ['赵敏', 'clerk'],
  ]) {
    await at('09:00', `staff add ${name} --role ${role}`);
  }
  await at('09:00', 'unit add 3-2-1501 --area 89.53');
  await at(
    '09:30',
    'reno apply --unit 3-2-1501 --applicant owner --name 张伟 --contractor 宏达装饰 --foreman 马师傅 --phone 13800000011 --scope 厨卫翻新 --work plumbing --from 2026-11-23 --until 2026-12-20',
  );
  await at('09:31', 'reno paper 001 --add all');
  await at('09:32', 'reno commit 001 --all --signed-by 张伟 --foreman 马师傅');
  await at('09:33', 'reno review 001 --pass');
  await at('09:34', 'reno approve 001 --by 陈主任');
  await at('09:35', 'reno paper 001 --add all');
  await at('09:36', 'reno fees 001 --method cash');
  await at('09:37', 'reno permit 001');
  await at('09:38', 'reno worker add 001 --name 钱一 --photos 2');
});

const requested = () => done('2026-12-18 09:00', 'reno inspect 1122-001 --request');

const accepted = async () => {
  await requested();
  return done('2026-12-18 15:00', `reno inspect 1122-001 --pass --inspectors ${ALL_THERE} --json`);
};

describe('from the request to 复验合格', () => {
  it('as programs see it', async () => {
    const first = await accepted();
    expect(first.json).toMatchObject({ no: NO, state: 'accepted' });

    const back = await done(
      '2026-12-18 16:00',
      'reno permits 1122-001 --returned household --lost 1 --cleared --json',
    );
    expect(back.json.workers).toMatchObject([{ state: 'lost' }]);
    expect(back.err).toContain('应赔偿 50.00 元');

    const last = await done('2027-03-18 10:00', 'reno reinspect 1122-001 --pass --json');
    expect(last.json).toMatchObject({ state: 'reinspected' });
    const open = last.json.deadlines.filter(({ state }: { state: string }) =>
      ['open', 'overdue'].includes(state),
    );
    expect(open.map(({ kind }: { kind: string }) => kind)).toEqual(['reno.refund']);
  });

  it('the agenda names commands that settle what it holds', async () => {
    await accepted();
    const { out } = await done('2026-12-18 15:00', 'today');
    expect(out).toContain(`wy reno permits ${NO} --returned all --cleared`);
    await done('2026-12-18 15:30', `reno permits ${NO} --returned all --cleared`);
    expect((await done('2026-12-18 16:00', 'today')).out).not.toContain('wy reno');

    const later = await done('2027-04-02 09:00', 'today');
    expect(later.out).toContain(`wy reno reinspect ${NO} --pass`);
  });
});

describe('what cannot be read', () => {
  it.each([
    ['reno inspect 1122-001', 'missing_fields'],
    ['reno inspect 1122-001 --pass --fail', 'one_of'],
    ['reno inspect 1122-001 --request --note 请尽快', 'option_of_other'],
    [`reno inspect 1122-001 --fail --inspectors ${ALL_THERE}`, 'missing_note'],
    ['reno inspect 1122-001 --pass --changes 隔断未做', 'changes_unsigned'],
    ['reno permits 1122-001', 'nothing_to_record'],
    ['reno reinspect 1122-001', 'missing_fields'],
    ['reno reinspect 1122-001 --fail', 'missing_note'],
  ])('%s', async (line, code) => {
    await requested();
    const said = await say('2026-12-18 10:00', `${line} --json`);
    expect([said.code, said.error.code]).toEqual([2, code]);
  });
});

describe('on a terminal', () => {
  const ask = (time: string, line: string) => {
    desk.now = new Date(`${time.replace(' ', 'T')}:00+08:00`).toISOString();
    const keyboard = new Keyboard();
    return { keyboard, saying: desk.say(line, { terminal: keyboard, columns: 100 }) };
  };

  it('who was there is ticked, and a failure says why', async () => {
    await requested();
    const { keyboard, saying } = ask('2026-12-18 15:00', 'reno inspect 1122-001');
    await keyboard.on('申请验收', 'n', KEYS.enter);
    await keyboard.on('初验合格', 'n', KEYS.enter);
    await keyboard.on('初验不合格', 'y', KEYS.enter);
    await keyboard.on('参加验收的员工', 'a', KEYS.enter);
    await keyboard.on('说明', '地漏不通', KEYS.enter);
    const { code, out } = await saying;
    expect(code).toBe(0);
    expect(out).toContain('地漏不通');
  });

  it('what is out is there to be ticked', async () => {
    await accepted();
    const { keyboard, saying } = ask('2026-12-18 16:00', 'reno permits');
    await keyboard.on('装修编号', '1122-001', KEYS.enter);
    await keyboard.on('交回哪些', KEYS.space, KEYS.enter);
    await keyboard.on('遗失哪些', KEYS.space, KEYS.enter);
    await keyboard.on('清场', 'y', KEYS.enter);
    const { code, err } = await saying;
    expect(code).toBe(0);
    expect(err).toContain(`遗失 ${NO}-01`);
    expect(keyboard.screen).toContain('钱一');
  });
});
