import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BookMistake, compileBooks } from '../../src/books/compile.ts';
import { explained } from '../../src/books/explaining.ts';
import { umbrellas, withFields } from './declared.ts';

function mistakesIn(text: string): BookMistake[] {
  const compiled = compileBooks(text);
  return 'mistakes' in compiled ? compiled.mistakes : [];
}

const told = (text: string) => mistakesIn(text).map(({ path, line }) => [path, line]);

const deadline = (lines: string) =>
  umbrellas({}, `  deadlines: { due: { words: 归还, ${lines} } }`);
const dated = (lines: string, field = 'until: { type: moment, label: 约定 }') =>
  `${withFields(field, 'day: { type: day, label: 日, at: return }')}  deadlines: { due: { words: 归还, ${lines} } }\n`;

const choice = 'kind: { type: choice, label: 种类, choices: { a: 甲, b: 乙 } }';

describe('a book that is in order', () => {
  it.each([
    ['the smallest', umbrellas()],
    ['a deadline at a field', dated('at: until, within: 0d')],
    ['one owed again and again', deadline('met: check, within: 7d, every: 7d')],
    [
      'one that a step begins and keeps',
      deadline('from: check, met: check, within: 1mo, every: 1mo'),
    ],
    [
      'a condition',
      withFields(choice, 'why: { type: text, label: 原因, requiredWhen: { kind: [b] } }'),
    ],
    ['yes and no as other programs write them', umbrellas({ enabled: 'true' })],
    ['the usual day', withFields('on: { type: day, label: 日, usual: today }')],
    ['the usual moment', withFields('on: { type: moment, label: 时, usual: now }')],
    ['whoever is on duty', withFields('who: { type: staff, label: 值班, usual: duty }')],
    [
      '60 fields',
      withFields(...Array.from({ length: 60 }, (_, at) => `f${at}: { type: text, label: 甲 }`)),
    ],
    ['a part of a built-in book', 'parcel:\n  deadlines:\n    collect: { within: 3d }\n'],
    ['an empty file', '# 还没有\n'],
  ])('%s', (_, text) => expect(mistakesIn(text)).toEqual([]));
});

describe('a file with one mistake', () => {
  it.each([
    ['a list', '- umbrella', '', 1],
    ['a text', 'umbrella', '', 1],
    ['no YAML', 'umbrella: {', '', 1],
    ['a book twice', `${umbrellas()}${umbrellas()}`, 'umbrella', 6],
    ['an anchor', umbrellas({ name: '&n 雨伞' }), 'umbrella.name', 3],
    ['another encoding', umbrellas({ name: '\uFFFD' }), '', 3],
    ['a book without anything', 'umbrella:\n', 'umbrella', 1],
    ['a book as a text', 'umbrella: 雨伞', 'umbrella', 1],
    ['a slip in the key of a built-in book', 'parcle:\n  enabled: no', 'parcle', 1],
    [
      'no prefix',
      'umbrella:\n  name: 雨伞\n  verbs: { log: open }\n  fields: { a: { type: text, label: 甲 } }',
      'umbrella.prefix',
      1,
    ],
    ['small letters as a prefix', umbrellas({ prefix: 'u' }), 'umbrella.prefix', 2],
    ['four letters', umbrellas({ prefix: 'UMBR' }), 'umbrella.prefix', 2],
    ['the prefix of a built-in book', umbrellas({ prefix: 'K' }), 'umbrella.prefix', 2],
    ['the prefix of a book that is off', umbrellas({ prefix: 'GU' }), 'umbrella.prefix', 2],
    ['the prefix of tickets', umbrellas({ prefix: 'T' }), 'umbrella.prefix', 2],
    ['the prefix of handovers', umbrellas({ prefix: 'J' }), 'umbrella.prefix', 2],
    ['a built-in book given the prefix of tickets', 'parcel:\n  prefix: T', 'parcel.prefix', 2],
    ['a built-in book given that of another', 'parcel:\n  prefix: K', 'parcel.prefix', 2],
    ['a name over two lines', umbrellas({ name: '"a\\nb"' }), 'umbrella.name', 3],
    ['a name in one language of two', umbrellas({ name: '{ zh: 雨伞 }' }), 'umbrella.name', 3],
    ['a name in three', umbrellas({ name: '{ zh: a, en: b, fr: c }' }), 'umbrella.name', 3],
    ['a name as long as a story', umbrellas({ name: '伞'.repeat(101) }), 'umbrella.name', 3],
    ['an unknown key', umbrellas({ colour: 'red' }), 'umbrella.colour', 6],
    ['on or off in other words', umbrellas({ enabled: 'maybe' }), 'umbrella.enabled', 6],
    ['verbs as a list', umbrellas({ verbs: '[lend, return]' }), 'umbrella.verbs', 4],
    [
      'a verb that does something else',
      umbrellas({ verbs: '{ lend: opens }' }),
      'umbrella.verbs.lend',
      4,
    ],
    [
      'a verb of many words',
      umbrellas({ verbs: '{ lend: { does: open, abuot: 借 } }' }),
      'umbrella.verbs.lend.abuot',
      4,
    ],
    ['no verb that opens', umbrellas({ verbs: '{ return: close }' }), 'umbrella.verbs', 4],
    [
      'two that open',
      umbrellas({ verbs: '{ lend: open, give: open, return: close }' }),
      'umbrella.verbs.give',
      4,
    ],
    [
      'two that close',
      umbrellas({ verbs: '{ lend: open, lose: close, return: close }' }),
      'umbrella.verbs.return',
      4,
    ],
    [
      'a step of what is closed at once',
      umbrellas({ verbs: '{ log: open, check: step }' }),
      'umbrella.verbs.check',
      4,
    ],
    [
      'a condition of a step',
      `${withFields(choice)}`.replace('check: step', 'check: { does: step, when: { kind: [a] } }'),
      'umbrella.verbs.check.when',
      4,
    ],
    ['a verb of every book', umbrellas({ verbs: '{ edit: open }' }), 'umbrella.verbs.edit', 4],
    ['no fields', umbrellas({ fields: '{}' }), 'umbrella.fields', 5],
    ['fields as a list', umbrellas({ fields: '[borrower]' }), 'umbrella.fields', 5],
    ['a field as a text', withFields('borrower: text'), 'umbrella.fields.borrower', 6],
    [
      'a field without its type',
      withFields('borrower: { label: 甲 }'),
      'umbrella.fields.borrower.type',
      6,
    ],
    [
      'an unknown type',
      withFields('borrower: { type: name, label: 甲 }'),
      'umbrella.fields.borrower.type',
      6,
    ],
    [
      'an unknown key of a field',
      withFields('borrower: { type: text, label: 甲, requierd: yes }'),
      'umbrella.fields.borrower.requierd',
      6,
    ],
    [
      'a verb that is not there',
      withFields('borrower: { type: text, label: 甲, at: give }'),
      'umbrella.fields.borrower.at',
      6,
    ],
    [
      'written anew before it was written',
      withFields('a: { type: text, label: 甲, at: [return, check] }'),
      'umbrella.fields.a.at',
      6,
    ],
    ['a global option', withFields('home: { type: text, label: 甲 }'), 'umbrella.fields.home', 6],
    [
      'an option of the list',
      withFields('overdue: { type: text, label: 甲 }'),
      'umbrella.fields.overdue',
      6,
    ],
    ['the number', withFields('no: { type: text, label: 甲 }'), 'umbrella.fields.no', 6],
    [
      'the contrary of an option',
      withFields('noShow: { type: yesno, label: 甲 }'),
      'umbrella.fields.noShow',
      6,
    ],
    [
      'hyphens in a field',
      withFields('lent-to: { type: text, label: 甲 }'),
      'umbrella.fields.lent-to',
      6,
    ],
    [
      'options nobody could tell apart',
      withFields('lentTo: { type: text, label: 甲 }', 'lentto: { type: text, label: 乙 }'),
      'umbrella.fields.lentto',
      7,
    ],
    [
      'a choice without choices',
      withFields('kind: { type: choice, label: 甲 }'),
      'umbrella.fields.kind.choices',
      6,
    ],
    [
      'choices of a text',
      withFields('kind: { type: text, label: 甲, choices: { a: 甲 } }'),
      'umbrella.fields.kind.choices',
      6,
    ],
    [
      'choices as a list',
      withFields('kind: { type: choice, label: 甲, choices: [a, b] }'),
      'umbrella.fields.kind.choices',
      6,
    ],
    [
      'two choices of one name',
      withFields('kind: { type: choice, label: 甲, choices: { a: 甲, b: 甲 } }'),
      'umbrella.fields.kind.choices.b',
      6,
    ],
    [
      'a sheet without items',
      withFields('score: { type: sheet, label: 甲 }'),
      'umbrella.fields.score.items',
      6,
    ],
    [
      'items of a text',
      withFields('score: { type: text, label: 甲, items: { a: 甲 } }'),
      'umbrella.fields.score.items',
      6,
    ],
    [
      'an item of no points',
      withFields('score: { type: sheet, label: 甲, items: { a: { label: 甲, most: 0 } } }'),
      'umbrella.fields.score.items.a.most',
      6,
    ],
    [
      'an item with a slip',
      withFields(
        'score: { type: sheet, label: 甲, items: { a: { label: 甲, most: 1, msot: 1 } } }',
      ),
      'umbrella.fields.score.items.a.msot',
      6,
    ],
    [
      'a range of a text',
      withFields('pieces: { type: text, label: 甲, most: 9 }'),
      'umbrella.fields.pieces.most',
      6,
    ],
    [
      'a range upside down',
      withFields('pieces: { type: whole, label: 甲, least: 9, most: 1 }'),
      'umbrella.fields.pieces.least',
      6,
    ],
    [
      'two fields without options',
      withFields(
        'a: { type: text, label: 甲, positional: yes }',
        'b: { type: text, label: 乙, positional: yes }',
      ),
      'umbrella.fields.b.positional',
      7,
    ],
    [
      'a list without its option',
      withFields('a: { type: lines, label: 甲, positional: yes }'),
      'umbrella.fields.a.positional',
      6,
    ],
    [
      'an identity number for everybody',
      withFields('a: { type: identity, label: 甲, personal: no }'),
      'umbrella.fields.a.personal',
      6,
    ],
    [
      'a usual choice that is none',
      withFields('kind: { type: choice, label: 甲, choices: { a: 甲 }, usual: c }'),
      'umbrella.fields.kind.usual',
      6,
    ],
    [
      'a usual number in words',
      withFields('n: { type: whole, label: 甲, usual: many }'),
      'umbrella.fields.n.usual',
      6,
    ],
    [
      'a usual number out of range',
      withFields('n: { type: whole, label: 甲, most: 9, usual: "10" }'),
      'umbrella.fields.n.usual',
      6,
    ],
    [
      'a usual day that does not exist',
      withFields('d: { type: day, label: 甲, usual: 2026-02-30 }'),
      'umbrella.fields.d.usual',
      6,
    ],
    [
      'a usual member of staff by name',
      withFields('s: { type: staff, label: 甲, usual: 王芳 }'),
      'umbrella.fields.s.usual',
      6,
    ],
    [
      'a usual file',
      withFields('f: { type: file, label: 甲, usual: a.pdf }'),
      'umbrella.fields.f.usual',
      6,
    ],
    [
      'required by itself',
      withFields('a: { type: yesno, label: 甲, requiredWhen: { a: [yes] } }'),
      'umbrella.fields.a.requiredWhen.a',
      6,
    ],
    [
      'required by nothing there',
      withFields('a: { type: text, label: 甲, requiredWhen: { b: [yes] } }'),
      'umbrella.fields.a.requiredWhen.b',
      6,
    ],
    [
      'required by no value',
      withFields(choice, 'a: { type: text, label: 甲, requiredWhen: { kind: [c] } }'),
      'umbrella.fields.a.requiredWhen.kind',
      7,
    ],
    [
      'required by a text',
      withFields(
        'b: { type: text, label: 甲 }',
        'a: { type: text, label: 甲, requiredWhen: { b: [c] } }',
      ),
      'umbrella.fields.a.requiredWhen.b',
      7,
    ],
    [
      'required by two',
      withFields(choice, 'a: { type: text, label: 甲, requiredWhen: { kind: [a], b: [c] } }'),
      'umbrella.fields.a.requiredWhen',
      7,
    ],
    [
      'required by what comes later',
      withFields(
        'b: { type: yesno, label: 甲, at: return }',
        'a: { type: text, label: 甲, requiredWhen: { b: [yes] } }',
      ),
      'umbrella.fields.a.requiredWhen.b',
      7,
    ],
    [
      'required always and sometimes',
      withFields(
        choice,
        'a: { type: text, label: 甲, required: yes, requiredWhen: { kind: [a] } }',
      ),
      'umbrella.fields.a.requiredWhen',
      7,
    ],
    [
      'a circle',
      withFields(
        'a: { type: yesno, label: 甲, requiredWhen: { b: [yes] } }',
        'b: { type: yesno, label: 乙, requiredWhen: { a: [yes] } }',
      ),
      'umbrella.fields.a.requiredWhen',
      6,
    ],
    ['a title of no field', umbrellas({ title: '[borrower, to]' }), 'umbrella.title.1', 6],
    [
      'a title of a list',
      `${withFields('goods: { type: lines, label: 甲 }')}  title: [goods]\n`,
      'umbrella.title.0',
      7,
    ],
    [
      'a title of what comes later',
      `${withFields('note: { type: text, label: 甲, at: return }')}  title: [note]\n`,
      'umbrella.title.0',
      7,
    ],
    [
      '61 fields',
      withFields(...Array.from({ length: 61 }, (_, at) => `f${at}: { type: text, label: 甲 }`)),
      'umbrella.fields',
      5,
    ],
    ['a deadline without a time', deadline('role: clerk'), 'umbrella.deadlines.due', 6],
    [
      'one owed again without a time',
      deadline('met: check, every: 7d'),
      'umbrella.deadlines.due.every',
      6,
    ],
    ['one at a text', deadline('at: borrower'), 'umbrella.deadlines.due.at', 6],
    ['one at no field', deadline('at: until'), 'umbrella.deadlines.due.at', 6],
    ['one at what comes later', dated('at: day'), 'umbrella.deadlines.due.at', 8],
    ['one from no verb', deadline('from: give, within: 3d'), 'umbrella.deadlines.due.from', 6],
    ['one kept by no verb', deadline('met: give, within: 3d'), 'umbrella.deadlines.due.met', 6],
    ['one kept by the opening', deadline('met: lend, within: 3d'), 'umbrella.deadlines.due.met', 6],
    [
      'one that a verb begins and keeps',
      deadline('from: check, met: check, within: 3d'),
      'umbrella.deadlines.due.met',
      6,
    ],
    [
      'one after the closing',
      deadline('from: return, met: check, within: 3d'),
      'umbrella.deadlines.due.from',
      6,
    ],
    [
      'one owed again after the closing',
      deadline('within: 3d, every: 3d'),
      'umbrella.deadlines.due.every',
      6,
    ],
    [
      'one of what is closed at once',
      umbrellas({ verbs: '{ log: open }' }, '  deadlines: { due: { words: 甲, within: 3d } }'),
      'umbrella.deadlines.due',
      6,
    ],
    [
      'one called like the rhythm',
      umbrellas({}, '  deadlines: { next: { words: 甲, within: 3d } }'),
      'umbrella.deadlines.next',
      6,
    ],
    [
      'one called like an approval',
      umbrellas({}, '  deadlines: { approve-it: { words: 甲, within: 3d } }'),
      'umbrella.deadlines.approve-it',
      6,
    ],
    ['one of no unit', deadline('within: 3'), 'umbrella.deadlines.due.within', 6],
    [
      'one of an unknown role',
      deadline('within: 3d, role: boss'),
      'umbrella.deadlines.due.role',
      6,
    ],
    [
      'one on an unknown condition',
      deadline('within: 3d, when: { kind: [a] }'),
      'umbrella.deadlines.due.when.kind',
      6,
    ],
    ['a rhythm of no kind', umbrellas({ cadence: 'fortnight' }), 'umbrella.cadence', 6],
    [
      'a rhythm in many words',
      umbrellas({ cadence: '{ every: week, rol: clerk }' }),
      'umbrella.cadence.rol',
      6,
    ],
    [
      'an approval before the opening',
      umbrellas({}, '  approvals: { boss: { role: director, before: lend } }'),
      'umbrella.approvals.boss.before',
      6,
    ],
    [
      'an approval before nothing',
      umbrellas({}, '  approvals: { boss: { role: director, before: give } }'),
      'umbrella.approvals.boss.before',
      6,
    ],
    ['a charge without a unit', umbrellas({ charge: '{ tariff: service }' }), 'umbrella.charge', 6],
    [
      'a charge of a text',
      `${withFields('unit: { type: unit, label: 房号 }', 'sum: { type: text, label: 金额 }')}  charge: { tariff: service, amount: sum }\n`,
      'umbrella.charge.amount',
      8,
    ],
    [
      'a charge by a text',
      `${withFields('unit: { type: unit, label: 房号 }', 'sum: { type: text, label: 金额 }')}  charge: { tariff: service, quantity: sum }\n`,
      'umbrella.charge.quantity',
      8,
    ],
    [
      'a charge with no verb',
      `${withFields('unit: { type: unit, label: 房号 }')}  charge: { tariff: service, at: give }\n`,
      'umbrella.charge.at',
      7,
    ],
    [
      'a rate of texts',
      `${withFields('sum: { type: money, label: 金额 }', 'why: { type: text, label: 原因 }')}  rates: { share: { words: 率, numerator: sum, denominator: why } }\n`,
      'umbrella.rates.share.denominator',
      8,
    ],
    [
      'a ticket nowhere',
      umbrellas({ sequel: '{ does: ticket, from: { items: borrower } }' }),
      'umbrella.sequel.from',
      6,
    ],
    [
      'a sequel of no kind',
      umbrellas({ sequel: '{ does: wonder, from: {} }' }),
      'umbrella.sequel.does',
      6,
    ],
    [
      'a sequel from no field',
      `${withFields('unit: { type: unit, label: 房号 }', 'what: { type: text, label: 缺陷 }')}  sequel: { does: ticket, from: { items: goods, unit: unit } }\n`,
      'umbrella.sequel.from.items',
      8,
    ],
  ])('%s', (_, text, path, line) => {
    const found = mistakesIn(text);
    expect(found.map((each) => [each.path, each.line])).toEqual([[path, line]]);
    for (const { words } of found) {
      expect(words.zh).toMatch(/[。？]$/);
      expect(words.en).toMatch(/[.?]$/);
      expect(words.zh).not.toContain('undefined');
      expect(words.en).not.toContain('undefined');
    }
  });
});

describe('keys', () => {
  it.each([
    ['a noun of the program', 'ticket'],
    ['the help', 'help'],
    ['__proto__', '__proto__'],
    ['constructor', 'constructor'],
    ['toString', 'toString'],
    ['capitals', 'Umbrella'],
    ['a hyphen at the end', 'umbrella-'],
    ['31 letters', 'u'.repeat(31)],
  ])('of a book: %s', (_, key) => {
    expect(told(umbrellas().replace('umbrella', key))).toEqual([[key, 1]]);
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', '借用人', '1st'])(
    'of a field: %s',
    (key) => {
      const others = 'a: { type: text, label: 甲 }';
      expect(told(withFields(`${key}: { type: text, label: 甲 }`, others))).toEqual([
        [`umbrella.fields.${key}`, 6],
      ]);
    },
  );

  it.each(['__proto__', 'constructor', '包裹', 'B'])('of a choice: %s', (key) => {
    const text = withFields(`kind: { type: choice, label: 甲, choices: { a: 甲, ${key}: 乙 } }`);
    expect(told(text)).toEqual([[`umbrella.fields.kind.choices.${key}`, 6]]);
  });

  it('leave every object as it is', () => {
    compileBooks('__proto__:\n  polluted: yes\n  fields: { __proto__: { polluted: yes } }\n');
    expect(({} as { polluted?: string }).polluted).toBeUndefined();
  });

  it('in Chinese are proposed by their sound', async () => {
    const found = await explained(mistakesIn(umbrellas().replace('umbrella', '雨伞')));
    expect(found[0]?.words).toMatchObject({
      zh: expect.stringContaining('可以写 yusan'),
      en: expect.stringContaining('You could write yusan'),
    });
  });
});

describe('what was meant is said', () => {
  it.each([
    [
      'a key of a field',
      withFields('a: { type: text, label: 甲, requierd: yes }'),
      'Did you mean required?',
    ],
    ['a key of a book', umbrellas({ cadance: 'month' }), 'Did you mean cadence?'],
    ['a key of a deadline', deadline('within: 3d, rol: clerk'), 'Did you mean role?'],
    ['a built-in book', 'parcle:\n  enabled: no', 'did you mean parcel?'],
    [
      'a key of a verb',
      umbrellas({ verbs: '{ lend: { does: open, abuot: 借 } }' }),
      'Did you mean about?',
    ],
    [
      'what there is',
      withFields('a: { type: text, label: 甲, zzzzz: 1 }'),
      'This takes: type, label',
    ],
    ['the verbs there are', deadline('met: give, within: 3d'), 'there are: lend, check, return'],
    ['what is missing', withFields('borrower: { label: 甲 }'), 'type is missing'],
    [
      'the form that was meant',
      umbrellas({ verbs: '{ lend: { does: opens } }' }),
      'one of open, step, close',
    ],
  ])('%s', (_, text, sentence) => {
    expect(
      mistakesIn(text)
        .map(({ words }) => words.en)
        .join('\n'),
    ).toContain(sentence);
  });
});

describe('many mistakes', () => {
  it('are told at once, of every book, in the order of their lines', () => {
    const text = `${umbrellas({ prefix: 'u', verbs: '{ lend: opens }' })}${withFields(
      'a: { type: date, label: 甲 }',
      'home: { type: text, label: 乙, at: give }',
    ).replace('umbrella', 'parasol')}`;
    expect(told(text)).toEqual([
      ['umbrella.prefix', 2],
      ['umbrella.verbs.lend', 4],
      ['parasol.fields.a.type', 11],
      ['parasol.fields.home', 12],
    ]);
  });

  it('of a book that reads well are told beside those of one that does not', () => {
    const text = `${umbrellas({ prefix: 'K' })}${umbrellas({ prefix: 'u' }).replace('umbrella', 'parasol')}`;
    expect(told(text)).toEqual([
      ['umbrella.prefix', 2],
      ['parasol.prefix', 7],
    ]);
  });

  it('do not take seconds: 300 fields, 101 books', () => {
    const fields = Array.from({ length: 300 }, (_, at) => `f${at}: { type: text, label: 甲 }`);
    const books = Array.from({ length: 101 }, (_, at) =>
      umbrellas({ prefix: 'U' }).replace('umbrella', `b${at}`),
    );
    const before = performance.now();
    expect(told(withFields(...fields))).toEqual([['umbrella.fields', 5]]);
    expect(told(books.join(''))).toEqual([['b100', 501]]);
    expect(performance.now() - before).toBeLessThan(3000);
  });
});

describe('any text', () => {
  const names = fc.constantFrom('umbrella', 'parcel', '__proto__', 'fields', '伞', 'a b');
  const leaf = fc.oneof(
    fc.constantFrom('yes', 'text', 'open', '', '[]', '{}', 'K', '1d'),
    fc.string(),
  );
  const tree = fc.letrec((tie) => ({
    node: fc.oneof(
      { depthSize: 'small' },
      leaf,
      fc.dictionary(
        fc.oneof(
          names,
          fc.constantFrom('prefix', 'name', 'verbs', 'fields', 'type', 'label', 'deadlines'),
        ),
        tie('node'),
        { maxKeys: 5 },
      ),
      fc.array(tie('node'), { maxLength: 3 }),
    ),
  })).node;

  it('is read or refused, and never breaks', () => {
    fc.assert(
      fc.property(tree, (value) => {
        const compiled = compileBooks(JSON.stringify(value));
        if ('mistakes' in compiled) expect(compiled.mistakes.length).toBeGreaterThan(0);
        else expect(compiled.books.length).toBeGreaterThan(0);
      }),
      { numRuns: 100 },
    );
  });
});
