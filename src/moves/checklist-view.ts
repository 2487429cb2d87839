import {
  asDay,
  asMoment,
  asReading,
  asText,
  asTold,
  asWhole,
  type Json,
  type Rendering,
  type Shape,
  toJson,
} from '../cli/shape.ts';
import { scaledText } from '../lib/decimal.ts';
import { groupBy } from '../lib/group.ts';
import { localIso, localText } from '../lib/moment.ts';
import { list, same, type Words, w } from '../lib/words.ts';
import type { FileReading } from '../meters/model.ts';
import { commandsFor, type Need } from './checklist-rules.ts';
import type { Item, ItemKind } from './model.ts';
import type { MoveFile } from './record.ts';

const at = asMoment('at', w('时间', 'At'), (it: Item) => it.at);

const paperShape: Shape<Item> = [asText('code', w('代码', 'Code'), (it) => it.code), at];

const goodsShape: Shape<Item> = [
  asText('code', w('代码', 'Code'), (it) => it.code),
  asWhole('quantity', w('数量', 'Quantity'), (it) => it.quantity),
  asText('detail', w('说明', 'Detail'), (it) => it.detail),
  asText('signedBy', w('签字', 'Signed by'), (it) => it.signedBy),
  at,
];

const readingShape: Shape<FileReading> = [
  asText('code', w('代码', 'Code'), (it) => it.meter),
  asReading('reading', w('读数', 'Reading'), (it) => it.readingThousandths),
  asDay('on', w('日期', 'On'), (it) => it.readOn),
  asText('confirmedBy', w('确认', 'Confirmed by'), (it) => it.confirmedBy),
];

/** What is there, with what is said of it; what is said of several is said once. */
interface Done {
  name: Words;
  of: Words | null;
}

function doneLines(done: readonly Done[], { lang }: Rendering): string[] {
  return [...groupBy(done, ({ of }) => of?.[lang] ?? '')].map(([of, alike]) =>
    joined([`✓ ${list(alike.map(({ name }) => name))[lang]}`, of]),
  );
}

const joined = (parts: readonly (string | null | undefined)[]) => parts.filter(Boolean).join('  ');

export const namesOf = (file: MoveFile, codes: readonly string[]): Words =>
  list(codes.map((code) => file.nameOf(code)));

/** What is missing, and the line that adds it. */
const missingLines = (file: MoveFile, step: Need, { lang }: Rendering): string[] =>
  file.missing
    .filter((each) => each.step === step)
    .flatMap((each) => [
      `– ${namesOf(file, each.codes)[lang]}`,
      ...commandsFor(file.no, each).map((line) => `  ${line}`),
    ]);

/** One part of the checklist: for people first what is there, then what is not. */
const part = (
  step: Need,
  [key, label]: readonly [string, Words],
  json: (file: MoveFile, as: Rendering) => Json,
  done: (file: MoveFile, as: Rendering) => readonly Done[],
) =>
  asTold(key, label, (file: MoveFile, as) => ({
    json: () => json(file, as),
    line: () => [...doneLines(done(file, as), as), ...missingLines(file, step, as)].join('\n'),
  }));

const ofKind = (file: MoveFile, kind: ItemKind): Item[] =>
  file.items.filter((item) => item.kind === kind);

/** Of what was settled twice, what was said last. */
const settled = (file: MoveFile): Item[] => [
  ...new Map(ofKind(file, 'settlement').map((item) => [item.code, item])).values(),
];

const signed = (by: string | null) => (by === null ? null : w(`${by} 签字`, `signed by ${by}`));

const goods = (file: MoveFile, kind: 'handout' | 'return'): Done[] =>
  ofKind(file, kind).map(({ code, quantity, detail, signedBy }) => {
    const name = file.nameOf(code);
    const count = quantity === 1 ? '' : ` ×${quantity}`;
    const by = signed(signedBy);
    return {
      name: w(name.zh + count, name.en + count),
      of: w(joined([detail, by?.zh]), joined([detail, by?.en])),
    };
  });

const readings = (file: MoveFile): Done[] =>
  file.readings.map(({ meter, readingThousandths, confirmedBy: by }) => {
    const name = file.nameOf(meter);
    const reading = scaledText(readingThousandths, 3, { trim: true });
    return {
      name: w(`${name.zh} ${reading}`, `${name.en} ${reading}`),
      of: by === null ? null : w(`${by} 确认`, `confirmed by ${by}`),
    };
  });

const inspection = ({ inspectedAt, ...it }: MoveFile, { zone }: Rendering): Done[] => {
  if (inspectedAt === null) return [];
  const [when, by] = [localText(inspectedAt, zone), signed(it.inspectionSignedBy)];
  return [
    {
      name: w(`${it.inspector} 陪同`, `with ${it.inspector}`),
      of: w(joined([by?.zh, when]), joined([by?.en, when])),
    },
  ];
};

const goodsJson = (items: readonly Item[], as: Rendering) =>
  items.map((item) => toJson(goodsShape, item, as));

/** The parts in the order in which a desk goes through them. */
export const checklist = [
  part(
    'paper',
    ['papers', w('资料', 'Papers')],
    (file, as) => ofKind(file, 'paper').map((item) => toJson(paperShape, item, as)),
    (file) => ofKind(file, 'paper').map(({ code }) => ({ name: file.nameOf(code), of: null })),
  ),
  part(
    'settle',
    ['settlements', w('落实', 'Settled')],
    (file, as) => goodsJson(settled(file), as),
    (file) =>
      settled(file).map((it) => ({ name: file.nameOf(it.code), of: same(it.detail ?? '') })),
  ),
  part(
    'inspect',
    ['inspectedAt', w('验房', 'Inspection')],
    ({ inspectedAt }, as) => inspectedAt && localIso(inspectedAt, as.zone),
    inspection,
  ),
  part(
    'meter',
    ['meters', w('表底', 'Meters')],
    (file, as) => file.readings.map((reading) => toJson(readingShape, reading, as)),
    readings,
  ),
  part(
    'handout',
    ['handouts', w('发放', 'Handed out')],
    (file, as) => goodsJson(ofKind(file, 'handout'), as),
    (file) => goods(file, 'handout'),
  ),
  part(
    'return',
    ['returns', w('交回', 'Given back')],
    (file, as) => goodsJson(ofKind(file, 'return'), as),
    (file) => goods(file, 'return'),
  ),
  part(
    'forward',
    ['forwarding', w('迁往地址', 'Forwarding address')],
    ({ forwarding }) => forwarding,
    ({ forwarding }) => (forwarding === null ? [] : [{ name: same(forwarding), of: null }]),
  ),
];
