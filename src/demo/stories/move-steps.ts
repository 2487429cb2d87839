import type { PinyinReader } from '../../lib/pinyin.ts';
import { completeFile, recordMoveCallback } from '../../moves/ending.ts';
import { openTransfer } from '../../moves/handing-over.ts';
import type { Attendance } from '../../moves/model.ts';
import { openMoveIn } from '../../moves/moving-in.ts';
import { openMoveOut } from '../../moves/moving-out.ts';
import {
  addDefect,
  addPapers,
  forwardTo,
  handOut,
  inspect,
  noteOnFile,
  readMeters,
  settle,
  takeBack,
} from '../../moves/work.ts';
import type { Random } from '../random.ts';
import type { Step, When } from '../story.ts';
import { atOnce, later } from '../story.ts';
import type { Repair } from './ticket-steps.ts';
import { visit } from './visit-steps.ts';

/** A household on its way in or out. */
export interface Moving {
  readonly random: Random;
  readonly unit: string;
  /** Who moves in or out, or becomes the owner. */
  readonly name: string;
  readonly phone: string;
  readonly attendance: Attendance;
  /** Who comes instead. */
  readonly attendee: string | undefined;
  readonly inspector: string;
  readonly readName: PinyinReader;
  /** In the order in which they are found. */
  readonly defects: readonly Repair[];
  no: string;
}

export type MoveStep = Step<Moving>;

/** Whoever is there signs. */
const signer = ({ attendee, name }: Moving): string => attendee ?? name;

const person = ({ name, phone, attendee }: Moving) => ({
  name,
  phone,
  attendee,
  identity: undefined,
});

export const moveIn: MoveStep = {
  when: atOnce,
  act: (ctx, it) => {
    const { unit, attendance } = it;
    const made = { ...person(it), unit, attendance, fromOn: undefined };
    it.no = openMoveIn(ctx, made, it.readName).no;
  },
};

export const takeOver: MoveStep = {
  when: atOnce,
  act: (ctx, it) => {
    const made = { ...person(it), unit: it.unit, fromOn: ctx.today, ownerId: undefined };
    it.no = openTransfer(ctx, made, it.readName).no;
  },
};

export const moveOut: MoveStep = {
  when: atOnce,
  act: (ctx, it) => {
    const { unit, name: who, attendee } = it;
    it.no = openMoveOut(ctx, { unit, who, attendee, leaving: 'household', lastOn: undefined }).no;
  },
};

export const papers = (when: When, ...codes: readonly string[]): MoveStep => ({
  when,
  act: (ctx, { no }) => void addPapers(ctx, no, codes),
});

export const goOver = (when: When): MoveStep => ({
  when,
  act: (ctx, it) => void inspect(ctx, it.no, { inspector: it.inspector, signedBy: signer(it) }),
});

/** The next of the defects, which the developer's people mend on a day agreed upon (rules 12, 13). */
export const defect = (at: number, agree: When): MoveStep => ({
  when: later(2, 6),
  agree,
  act: (ctx, it, agreedAt) => {
    const repair = it.defects[at];
    if (!repair) throw new RangeError('no such defect');
    const { item, category } = repair.fault;
    const file = addDefect(ctx, it.no, {
      item,
      place: undefined,
      category,
      appointmentAt: agreedAt,
    });
    repair.no = file.defects.at(-1)?.no ?? '';
  },
});

/** In whole units of each meter; a new flat begins low. */
export const meters = (when: When, isNew: boolean): MoveStep => ({
  when,
  act: (ctx, it) => {
    const { random } = it;
    const upTo = (most: number) => random.between(0, isNew ? most / 100 : most) * 1_000;
    const readings = { water: upTo(600), electricity: upTo(9_000), gas: upTo(900) };
    readMeters(ctx, it.no, readings, signer(it));
  },
});

const ONE = { quantity: undefined, detail: undefined } as const;

export const keys = (when: When): MoveStep => ({
  when,
  act: (ctx, it) =>
    void handOut(ctx, it.no, {
      items: ['keys'],
      quantity: 5,
      detail: '入户门 3 把，信箱 2 把',
      signedBy: signer(it),
    }),
});

export const goods = (when: When): MoveStep => ({
  when,
  act: (ctx, it) =>
    void handOut(ctx, it.no, {
      ...ONE,
      items: ['handbook', 'renovation-notes', 'plans', 'receipt-list'],
      signedBy: signer(it),
    }),
});

/** Keys and cards come back. */
export const handBack = (when: When): MoveStep => ({
  when,
  act: (ctx, it) => {
    const signedBy = signer(it);
    takeBack(ctx, it.no, { items: ['keys'], quantity: 3, detail: undefined, signedBy });
    takeBack(ctx, it.no, { items: ['cards'], quantity: 2, detail: undefined, signedBy });
  },
});

export const settleAll = (when: When): MoveStep => ({
  when,
  act: (ctx, { no }) => {
    settle(ctx, no, { items: ['arrears'], detail: '物业费交到本月，水电已结清' });
    settle(ctx, no, { items: ['vehicles'], detail: '月租车位已退，车牌已注销' });
    settle(ctx, no, { items: ['deposits'], detail: '没有未退的保证金' });
    settle(ctx, no, { items: ['exit-pass'], detail: '业主电话同意，已开放行条' });
  },
});

export const forward = (when: When): MoveStep => ({
  when,
  act: (ctx, { no }) => void forwardTo(ctx, no, '本市河西路 18 号 3 栋 602'),
});

export const note = (when: When, text: string): MoveStep => ({
  when,
  act: (ctx, { no }) => void noteOnFile(ctx, no, text),
});

export const complete = (when: When = later(2, 10)): MoveStep => ({
  when,
  act: (ctx, { no }) => void completeFile(ctx, no),
});

const SETTLED_IN = '住得惯，钥匙和水电都正常';

/** The day after (rule 76), by the telephone or at the door. */
export const callBack = (when: When, isVisit: boolean): MoveStep => ({
  when,
  act: (ctx, { no }) => {
    if (isVisit) visit(ctx, { no, way: 'door', result: 'satisfied', opinion: SETTLED_IN });
    else recordMoveCallback(ctx, no, { result: 'satisfied', note: SETTLED_IN });
  },
});
