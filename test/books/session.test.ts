import { spawn } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type FrontDesk, frontDesk, temporaryPath } from '../support/session.ts';
import { umbrellas, withFields } from './declared.ts';

const NEW =
  'book new umbrella --name 雨伞 --field "borrower:text:借用人:required" --field "pieces:whole:把数" --opens lend --closes return --within 3d';

const fileOf = ({ home }: FrontDesk) => path.join(home, 'books.yaml');
const written = (desk: FrontDesk) => readFileSync(fileOf(desk), 'utf8');
const declare = (desk: FrontDesk, text: string) => writeFileSync(fileOf(desk), text);

/** An umbrella lent by the book as `wy book new` makes it. */
async function lent(): Promise<FrontDesk> {
  const desk = await frontDesk();
  expect(await desk.say(NEW)).toMatchObject({ code: 0, err: '' });
  expect(await desk.say('umbrella lend --borrower 张伟 --pieces 2')).toMatchObject({ code: 0 });
  return desk;
}

const withoutPieces = (text: string) => text.replace(/^ +pieces:.*\n/m, '');

describe('a book of one’s own', () => {
  it('is made, used and listed', async () => {
    const desk = await lent();
    const books = (await desk.say('book list --json')).json;
    expect(books.at(-1)).toEqual({
      key: 'umbrella',
      prefix: 'U',
      name: '雨伞',
      enabled: true,
      entries: 1,
      open: 1,
      overdue: 0,
      cadence: null,
      builtIn: false,
      gone: false,
      rules: null,
    });
    desk.now = '2026-11-30T01:30:00Z';
    expect((await desk.say('book list --json')).json.at(-1)).toMatchObject({ overdue: 1 });
    expect(await desk.say('book check')).toMatchObject({ code: 0 });
    expect(await desk.say('doctor')).toMatchObject({ code: 0 });
  });

  it('is written so that only its owner reads it', async () => {
    const desk = await lent();
    expect(statSync(fileOf(desk)).mode & 0o777).toBe(0o600);
  });

  it.each([
    ['that is there', 'book new parcel --name 甲 --field a:text:甲', 1, 'book_exists'],
    ['called like a noun', 'book new ticket --name 甲 --field a:text:甲', 2, 'bad_book_key'],
    ['in Chinese', 'book new 雨伞 --name 甲 --field a:text:甲', 2, 'bad_book_key'],
    [
      'with letters taken',
      'book new umbrella --name 甲 --prefix T --field a:text:甲',
      1,
      'prefix_taken',
    ],
    ['with a reserved field', 'book new umbrella --name 甲 --field home:text:甲', 2, 'bad_book'],
    ['without a field', 'book new umbrella --name 甲', 2, 'missing_fields'],
    [
      'with a rhythm of no kind',
      'book new umbrella --name 甲 --field a:text:甲 --every fortnight',
      2,
      'bad_book',
    ],
  ])('is refused: %s', async (_, line, code, error) => {
    const desk = await frontDesk();
    const said = await desk.say(`${line} --json`);
    expect({ code: said.code, error: said.error.code }).toEqual({ code, error });
    expect(existsSync(fileOf(desk))).toBe(false);
  });
});

describe('a book that is switched', () => {
  it('comes and goes as a noun; comments, order and mode of the file stay', async () => {
    const desk = await frontDesk();
    declare(desk, '# 我们的\nparcel:\n  deadlines: { collect: { within: 3d } } # 三天\n');
    chmodSync(fileOf(desk), 0o640);
    expect(await desk.say('book disable parcel')).toMatchObject({ code: 0 });
    expect(written(desk)).toBe(
      '# 我们的\nparcel:\n  enabled: no\n  deadlines: { collect: { within: 3d } } # 三天\n',
    );
    expect(statSync(fileOf(desk)).mode & 0o777).toBe(0o640);
    expect((await desk.say('parcel list')).code).toBe(2);
    expect(await desk.say('book enable parcel')).toMatchObject({ code: 0 });
    expect((await desk.say('parcel list')).code).toBe(0);
    expect(readdirSync(desk.home).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('leaves a line in the journal, once', async () => {
    const desk = await frontDesk();
    await desk.say('book enable guest');
    await desk.say('book enable guest');
    const lines = (await desk.say('history --json')).json as { action: string; subject: string }[];
    expect(lines.filter(({ action }) => action === 'book.enable').map((it) => it.subject)).toEqual([
      'book guest',
    ]);
  });

  it('says what is still open in it', async () => {
    const desk = await lent();
    expect((await desk.say('book disable umbrella --lang en')).err).toContain(
      'Entries still open: 1',
    );
  });

  it('is refused where there is none, or a mistake in the file', async () => {
    const desk = await frontDesk();
    expect((await desk.say('book enable parcle --json')).error).toMatchObject({
      code: 'unknown_book',
      hint: expect.stringContaining('parcel'),
    });
    declare(desk, 'guest:\n  colour: red\n');
    expect(await desk.say('book enable guest')).toMatchObject({ code: 3 });
    expect(written(desk)).toBe('guest:\n  colour: red\n');
  });

  it('by two processes at once: neither undoes the other', async () => {
    const desk = await frontDesk();
    const lines = ['guest', 'sale', 'show-flat'].map((key) => `book enable ${key} --by 王芳`);
    const codes = await Promise.all(lines.map((line) => inProcess(desk, line)));
    expect(codes).toEqual([0, 0, 0]);
    const on = (await desk.say('book list --json')).json as { key: string; enabled: boolean }[];
    const enabled = on.filter((it) => it.enabled).map(({ key }) => key);
    expect(enabled).toEqual(expect.arrayContaining(['guest', 'sale', 'show-flat']));
    // Not its clock: the processes have their own.
    const found = (await desk.say('doctor --json')).json as { check: string; ok: boolean }[];
    expect(found.filter(({ ok, check }) => !ok && check !== 'clock')).toEqual([]);
  }, 60_000);
});

const BIN = new URL('../../bin/wy.js', import.meta.url).pathname;

const inProcess = ({ home }: FrontDesk, line: string): Promise<number | null> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [BIN, ...line.split(' ')], {
      env: { ...process.env, WY_HOME: home },
      stdio: 'ignore',
    });
    child.on('exit', resolve);
  });

describe('a file with mistakes', () => {
  it('keeps nobody from what tells of them', async () => {
    const desk = await frontDesk();
    declare(desk, umbrellas({ prefix: 'T' }));
    expect(await desk.say('book check --json')).toMatchObject({ code: 3 });
    expect((await desk.say('book check --json')).json).toMatchObject({
      ok: false,
      mistakes: [{ line: 2, path: 'umbrella.prefix', message: expect.any(String) }],
    });
    expect(await desk.say('--help')).toMatchObject({ code: 0 });
    expect(await desk.say('book --help')).toMatchObject({ code: 0 });
    expect((await desk.say('doctor --json')).json).toContainEqual(
      expect.objectContaining({ check: 'books', ok: false }),
    );
    expect((await desk.say('parcel list --json')).error.code).toBe('books_broken');
  });

  it('elsewhere is told of without touching anything', async () => {
    const desk = await frontDesk();
    const file = desk.file('new.yaml', umbrellas({ prefix: 'u' }));
    expect((await desk.run(['book', 'check', file, '--json'])).json.mistakes).toHaveLength(1);
    expect(await desk.run(['book', 'check', `${file}.gone`, '--json'])).toMatchObject({
      code: 2,
      error: { code: 'file_unreadable' },
    });
    expect((await desk.run(['book', 'check', file, '--retire', '--json'])).error.code).toBe(
      'one_of',
    );
  });

  it('that charges by what the policy does not have', async () => {
    const desk = await frontDesk();
    const fields = '{ unit: { type: unit, label: 房号 } }';
    declare(desk, umbrellas({ fields, charge: '{ tariff: wonder }' }));
    expect((await desk.say('book check --json')).json.mistakes).toMatchObject([
      { path: 'umbrella.charge.tariff', line: 6 },
    ]);
  });
});

describe('a field that entries use', () => {
  it('cannot be taken away unless it is given up; old entries keep it', async () => {
    const desk = await lent();
    const before = written(desk);
    declare(desk, withoutPieces(before));
    expect((await desk.say('umbrella lend --borrower 李娜 --json')).error).toMatchObject({
      code: 'field_in_use',
      message: expect.stringContaining('pieces'),
      hint: expect.stringContaining('--retire'),
    });
    expect((await desk.say('book check --json')).json.mistakes).toMatchObject([
      { path: 'umbrella.fields.pieces', message: expect.stringContaining('1') },
    ]);
    expect((await desk.say('book check --retire --json')).json).toMatchObject({
      ok: true,
      retired: ['umbrella.pieces'],
    });
    expect(await desk.say('umbrella lend --borrower 李娜')).toMatchObject({ code: 0 });
    expect((await desk.say('umbrella show 001')).out).toContain('把数');
    expect((await desk.say('umbrella show 001 --json')).json.fields).toMatchObject({ pieces: 2 });
    expect((await desk.say('umbrella lend --borrower 李娜 --pieces 1')).code).toBe(2);
    expect(await desk.say('doctor')).toMatchObject({ code: 0 });
  });

  it('cannot become one of another type', async () => {
    const desk = await lent();
    declare(desk, written(desk).replace('type: whole', 'type: text'));
    expect((await desk.say('book check --json')).json.mistakes).toMatchObject([
      { path: 'umbrella.fields.pieces.type', line: expect.any(Number) },
    ]);
    expect((await desk.say('umbrella lend --borrower 李娜 --json')).error.code).toBe(
      'field_in_use',
    );
  });

  it('can be taken away where nobody used it, and others added', async () => {
    const desk = await frontDesk();
    await desk.say(NEW);
    await desk.say('umbrella lend --borrower 张伟');
    declare(desk, written(desk).replace(/pieces: .*/, 'colour: { type: text, label: 颜色 }'));
    expect(await desk.say('umbrella lend --borrower 李娜 --colour 红')).toMatchObject({ code: 0 });
    expect((await desk.say('book check')).code).toBe(0);
  });
});

describe('a book that is gone', () => {
  it('is told of while it has entries, until it is given up', async () => {
    const desk = await lent();
    declare(desk, '');
    expect((await desk.say('book check --json')).json.mistakes).toMatchObject([
      { path: 'umbrella', line: null },
    ]);
    expect(await desk.say('book check --retire')).toMatchObject({ code: 0 });
    expect(await desk.say('book check')).toMatchObject({ code: 0 });
    expect(await desk.say('doctor')).toMatchObject({ code: 0 });
  });
});

/** Types a line that must be understood; gives its JSON. */
async function done(desk: FrontDesk, line: string) {
  const said = await desk.say(`${line} --json`);
  if (said.code !== 0) throw new Error(`${line}: ${said.err}`);
  return said.json;
}

describe('a book that is gone with open entries', () => {
  const owedOf = async (desk: FrontDesk, no: string) =>
    ((await done(desk, 'today')) as { subject: string; next: string }[]).find(
      ({ subject }) => subject === no,
    );

  it.each([
    ['as it was taken from the file', ''],
    ['after it was given up', 'book check --retire'],
  ])('is listed, owes, and can be brought back: %s', async (_, line) => {
    const desk = await lent();
    declare(desk, '');
    if (line !== '') await done(desk, line);
    desk.now = '2026-11-24T01:30:00Z';
    expect((await done(desk, 'book list')).at(-1)).toMatchObject({
      ...{ key: 'umbrella', gone: true, enabled: false, entries: 1, open: 1 },
    });
    expect((await desk.say('book list')).out).toContain('已删');
    const owed = await owedOf(desk, 'U261122-001');
    expect(owed?.next).toBe('wy book enable umbrella');
    await done(desk, owed?.next.replace('wy ', '') ?? '');
    expect(written(desk)).toContain('borrower');
    expect(await done(desk, 'umbrella return 001')).toMatchObject({ state: 'closed' });
    expect((await done(desk, 'book list')).at(-1)).toMatchObject({ gone: false, enabled: true });
    expect(await desk.say('doctor')).toMatchObject({ code: 0 });
  });

  it('says of every line how to go on', async () => {
    const desk = await lent();
    declare(desk, '');
    for (const line of ['list', 'show 001', 'return 001']) {
      expect((await desk.say(`umbrella ${line} --json`)).error).toMatchObject({
        ...{ code: 'book_disabled', hint: expect.stringContaining('wy book enable umbrella') },
      });
    }
  });

  it('is named by doctor once nobody speaks of it any more', async () => {
    const desk = await lent();
    declare(desk, '');
    await done(desk, 'book check --retire');
    expect((await desk.say('doctor')).out).toContain('umbrella 1 条（未结 1）');
  });

  it('is told of in the history in its own words', async () => {
    const desk = await lent();
    declare(desk, '');
    const { out } = await desk.say('history U261122-001');
    expect(out).toContain('登记：雨伞');
    expect(out).toContain('把数：2');
  });
});

describe('a book that is off', () => {
  it('says of every line how to go on', async () => {
    const desk = await lent();
    await done(desk, 'book disable umbrella');
    for (const line of ['list', 'show 001', 'return 001', 'cancel 001 --reason 错']) {
      const said = await desk.say(`umbrella ${line} --json`);
      expect(said.error).toMatchObject({ hint: expect.stringContaining('book enable umbrella') });
    }
    expect((await done(desk, 'history 001')).at(-1)).toMatchObject({ subject: 'U261122-001' });
    await done(desk, 'book enable umbrella');
    expect(await done(desk, 'umbrella return 001')).toMatchObject({ state: 'closed' });
  });
});

describe('a prefix that changes', () => {
  const renamed = async () => {
    const desk = await lent();
    declare(desk, written(desk).replace('prefix: U', 'prefix: UM'));
    await done(desk, 'umbrella lend --borrower 李娜');
    return desk;
  };

  it.each(['U261122-001', 'u261122-001', 'Ｕ261122－001', '122-001'])(
    'leaves earlier entries where they are: %s',
    async (typed) => {
      const desk = await renamed();
      // Of two that end alike one has to be said; in full it is certain.
      if (typed === '122-001') {
        const { error } = await desk.say(`umbrella show ${typed} --json`);
        expect(error).toMatchObject({
          code: 'ambiguous_number',
          hint: expect.stringContaining('UM261122-001、U261122-001'),
        });
        return;
      }
      expect(await done(desk, `umbrella show ${typed}`)).toMatchObject({ no: 'U261122-001' });
      expect(await done(desk, `umbrella edit ${typed} --pieces 3`)).toMatchObject({
        fields: { pieces: 3 },
      });
      expect(await done(desk, `umbrella return ${typed}`)).toMatchObject({ state: 'closed' });
      expect((await done(desk, `history ${typed}`)).at(-1)).toMatchObject({
        action: 'books.umbrella.return',
      });
    },
  );

  it('numbers new ones by it, and finds them by their serial first', async () => {
    const desk = await renamed();
    expect(await done(desk, 'umbrella show 001')).toMatchObject({ no: 'UM261122-001' });
    expect(await done(desk, 'umbrella list')).toHaveLength(2);
  });

  it('is not proposed to a new book, nor taken by one', async () => {
    const desk = await renamed();
    const line = 'book new ulster --name 雨衣 --field "to:text:借用人"';
    expect((await desk.say(`${line} --prefix U --json`)).error).toMatchObject({
      code: 'prefix_taken',
      message: expect.stringContaining('umbrella'),
      hint: expect.stringContaining('--prefix UL'),
    });
    expect(await done(desk, line)).toMatchObject({ prefix: 'UL' });
  });

  it('is not to be taken by another book, which is told of; entries stay apart even so', async () => {
    const desk = await renamed();
    declare(desk, `${written(desk)}\n${umbrellas({ prefix: 'U' }).replace('umbrella', 'parasol')}`);
    expect((await desk.say('book check --json')).json.mistakes).toMatchObject([
      { path: 'parasol.prefix', message: expect.stringContaining('umbrella') },
    ]);
    const { no } = await done(desk, 'parasol lend --borrower 赵六');
    expect(no).toBe('U261122-002');
    expect((await desk.say('parasol show U261122-001 --json')).error.code).toBe('unknown_number');
    expect(await done(desk, 'umbrella show U261122-001')).toMatchObject({ book: 'umbrella' });
    expect((await done(desk, `history ${no}`)).at(-1)).toMatchObject({ subject: no });
  });
});

describe('a deadline that is gone', () => {
  it('stays on the agenda by its words, with the line that ends it', async () => {
    const desk = await lent();
    declare(desk, written(desk).replace(/^ +deadlines:\n.*\n/m, ''));
    await done(desk, 'umbrella lend --borrower 李娜');
    desk.now = '2026-11-25T01:30:00Z';
    const { out } = await desk.say('today', { columns: 200 });
    expect(out).toContain('了结：雨伞');
    expect(out).toContain('wy umbrella return U261122-001');
    expect(out).not.toContain('books.umbrella');
    await done(desk, 'umbrella return U261122-001');
    expect((await desk.say('today')).out).not.toContain('U261122-001');
  });
});

describe('a choice that is gone', () => {
  const KIND = 'kind: { type: choice, label: 种类, choices: { a: 长柄, b: 折叠 } }';

  it('stands in lists by its word, and is found by it', async () => {
    const desk = await frontDesk();
    declare(desk, withFields('to: { type: text, label: 借用人 }', KIND));
    await done(desk, 'umbrella lend --to 张伟 --kind b');
    declare(desk, written(desk).replace(', b: 折叠', ''));
    await done(desk, 'umbrella lend --to 李娜 --kind a');
    expect((await desk.say('umbrella list')).out).toContain('折叠');
    const file = temporaryPath('umbrellas.csv');
    await done(desk, `umbrella export --out ${file}`);
    expect(readFileSync(file, 'utf8')).toContain('折叠');
    for (const kind of ['b', '折叠']) {
      expect(await done(desk, `umbrella list --kind ${kind}`)).toMatchObject([
        { fields: { to: '张伟', kind: 'b' } },
      ]);
    }
    expect(await done(desk, 'umbrella list --kind a,b')).toHaveLength(2);
    expect((await desk.say('umbrella list --kind c --json')).error.code).toBe('unknown_choice');
    expect((await desk.say('umbrella lend --to 赵六 --kind b --json')).error.code).toBe(
      'unknown_choice',
    );
  });
});

describe('a page about a book', () => {
  it.each(['zh', 'en'])('names its fields, verbs and deadlines (%s)', async (lang) => {
    const desk = await frontDesk();
    const { out } = await desk.say(`book fields parcel --lang ${lang}`, { columns: 80 });
    expect(out).toMatch(/--collected-by/);
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    const { json } = await desk.say(`book fields parcel --lang ${lang} --json`);
    expect(json).toMatchObject({
      key: 'parcel',
      fields: expect.arrayContaining([
        expect.objectContaining({ key: 'collectedBy', option: '--collected-by', required: true }),
      ]),
      deadlines: expect.arrayContaining([
        expect.objectContaining({ key: 'collect', within: '7d' }),
      ]),
    });
  });
});

describe('a book that is switched off with open entries', () => {
  it('stays on the agenda, with the line that brings it back', async () => {
    const desk = await frontDesk();
    const { json: lent } = await desk.say('key lend --key 泵房 --to 周工 --json');
    await desk.say('book disable key');
    const duties = (await desk.say('today --json')).json as { subject: string; next: string }[];
    const owed = duties.find(({ subject }) => subject === lent.no);
    expect(owed?.next).toBe('wy book enable key');
    expect((await desk.say(owed?.next ?? '')).code).toBe(0);
    expect((await desk.say(`key return ${lent.no}`)).code).toBe(0);
  });
});
