import { describe, expect, it } from 'vitest';
import { desertedDesk, frontDesk } from '../support/session.ts';

const ADD_UNIT = 'unit add 3-2-1501 --area 89.53';

describe('a name is found by every spelling of it', () => {
  it.each([
    ['full-width brackets', '李（一）', '李（一）'],
    ['half-width brackets for full-width ones', '李（一）', '李(一)'],
    ['full-width brackets for half-width ones', '李(一)', '李（一）'],
    ['wide spaces', '"Wang  Fang"', '"Wang　Fang"'],
  ])('of who acts: %s', async (_, stored, typed) => {
    const desk = desertedDesk();
    await desk.say(`init --staff ${stored}`);
    expect((await desk.say(ADD_UNIT)).code).toBe(0);
    expect((await desk.say(`unit add 1-101 --area 60 --by ${typed}`)).code).toBe(0);
    expect((await desk.say(`history --operator ${typed} --json`)).json).toHaveLength(3);
  });

  it('of staff that was added', async () => {
    const desk = await frontDesk();
    await desk.say('staff add 王芳（二） --role clerk');
    expect((await desk.say(`${ADD_UNIT} --by 王芳（二）`)).code).toBe(0);
    expect((await desk.say('staff add 王芳(二) --role clerk --json')).error.code).toBe(
      'staff_exists',
    );
    expect((await desk.say('staff retire 王芳(二)')).code).toBe(0);
  });

  it.each(['公司（深圳）', '公司(深圳)', '蓝天 公司', 'ltgs'])(
    'of a resident: %s',
    async (typed) => {
      const desk = await frontDesk();
      await desk.say(ADD_UNIT);
      await desk.say('resident add --unit 3-2-1501 --name "蓝天公司（深圳）" --role owner');
      const found = (await desk.run(['resident', 'find', typed, '--json'])).json;
      expect(found).toHaveLength(1);
    },
  );

  it.each([
    ['staff add "王\n芳" --role clerk'],
    ['resident add --unit 3-2-1501 --name "张\t伟" --role owner'],
    ['ticket open --place 大堂 --item 灯不亮 --caller "张\n伟"'],
  ])('%j is no name', async (line) => {
    const desk = await frontDesk();
    await desk.say(ADD_UNIT);
    const said = await desk.say(`${line} --json`);
    expect(said).toMatchObject({ code: 2, error: { code: 'bad_name' } });
  });
});

describe('--building', () => {
  it.each(['3', '3栋', '3号楼', '3幢', '3座', '３＃', '三栋'])('reads %s', async (typed) => {
    const desk = await frontDesk();
    for (const code of ['3-2-1501', '13-101', 'A-101'])
      await desk.say(`unit add ${code} --area 60`);
    await desk.say('resident add --unit 3-2-1501 --name 张伟 --role owner');
    await desk.say('resident add --unit A-101 --name 李娜 --role owner');
    const units = (await desk.say(`unit list --building ${typed} --json`)).json;
    expect(units.map((unit: { code: string }) => unit.code)).toEqual(['3-2-1501']);
    const residents = (await desk.say(`resident list --building ${typed} --json`)).json;
    expect(residents.map((it: { name: string }) => it.name)).toEqual(['张伟']);
  });

  it.each(['unit list', 'resident list'])('%s names the buildings there are', async (command) => {
    const desk = await frontDesk();
    for (const code of ['13-101', '3-2-1501', 'A-101'])
      await desk.say(`unit add ${code} --area 60`);
    const said = await desk.say(`${command} --building 5栋 --json`);
    expect(said).toMatchObject({ code: 1, error: { code: 'unknown_building' } });
    expect(said.error.hint).toContain('3、13、A');
    expect((await desk.say(`${command} --building 蓝天 --json`)).error.code).toBe('bad_building');
  });
});
