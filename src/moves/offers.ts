import type { Ctx } from '../context.ts';
import { type Words, w } from '../lib/words.ts';
import { bookedOf } from './booked.ts';
import { codesIn, type Need } from './checklist-rules.ts';
import { type MoveFile, requireFile } from './record.ts';
import { refusalOf, type Step } from './rules.ts';

/** What there is to be ticked on a terminal, by code; undefined where there is nothing. */
type Offered = Readonly<Record<string, Words>> | undefined;

/** What a file still lacks at this step; refuses a file that cannot take the step. */
export function lackingAt(ctx: Ctx, typed: string, step: Need): Offered {
  const file = openFor(ctx, typed, step);
  const lacking = file.missing.find((each) => each.step === step);
  return lacking && withBooked(ctx, file, named(file, lacking.codes));
}

/** Arrears and deposits with what the books say of them. */
function withBooked(ctx: Ctx, file: MoveFile, offered: Readonly<Record<string, Words>>): Offered {
  const told = bookedOf(ctx, file).flatMap(({ code, words }) => {
    const name = offered[code];
    return name ? [[code, w(`${name.zh}：${words.zh}`, `${name.en}: ${words.en}`)] as const] : [];
  });
  return { ...offered, ...Object.fromEntries(told) };
}

/** What a file holds, to be struck out; refuses a file that has ended. */
export function recordedIn(ctx: Ctx, typed: string): Offered {
  const file = openFor(ctx, typed, 'strike');
  const codes = codesIn(file);
  return codes.length > 0 ? named(file, codes) : undefined;
}

function openFor(ctx: Ctx, typed: string, step: Step): MoveFile {
  const file = requireFile(ctx, typed);
  const refusal = refusalOf(step, file);
  if (refusal) throw refusal;
  return file;
}

const named = (file: MoveFile, codes: readonly string[]) =>
  Object.fromEntries(codes.map((code) => [code, file.nameOf(code)]));
