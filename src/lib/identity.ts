import type { Day } from './day.ts';
import { isDay } from './day.ts';
import { misused } from './errors.ts';
import { halfWidth } from './half-width.ts';
import type { Words } from './words.ts';
import { w } from './words.ts';

const RESIDENT = /^[1-9]\d{16}[\dX]$/;
const TRAVEL_PAPER = /^[A-Z]{1,2}\d{7,9}$/;

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_DIGITS = '10X98765432';

const HINT = w(
  '身份证写 18 位（末位可为 X）；护照、通行证写 1–2 个字母加 7–9 位数字',
  'write the 18 digits of an identity card (the last may be X), or 1–2 letters and 7–9 digits of a passport or permit',
);

/**
 * A resident identity number of 18 characters with its check digit (GB 11643) and a real date of
 * birth not after `today`; or the number of a passport or travel permit. Upper case, without
 * blanks. Throws `bad_identity` with the reason, never with the number.
 */
export function parseIdentity(text: string, today: Day): string {
  const identity = halfWidth(text).replace(/\s+/g, '').toUpperCase();
  if (TRAVEL_PAPER.test(identity)) return identity;
  const fault = faultOf(identity, today);
  if (fault) throw misused('bad_identity', fault.words, fault.hint ?? HINT);
  return identity;
}

/** Date of birth in a resident identity number; undefined for other papers. */
export function birthOf(identity: string): Day | undefined {
  if (!RESIDENT.test(identity)) return undefined;
  const day = identity.slice(6, 14).replace(/(\d{4})(\d\d)(\d\d)/, '$1-$2-$3');
  return isDay(day) ? day : undefined;
}

/** The 18th character that belongs to the first 17 digits (GB 11643, ISO 7064 MOD 11-2). */
export function identityCheckDigit(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(first17[index]), 0);
  return CHECK_DIGITS.charAt(sum % 11);
}

function faultOf(identity: string, today: Day): { words: Words; hint?: Words } | undefined {
  if (/^\d\.\d+E\+?\d+$/.test(identity)) {
    return {
      words: w('号码被表格存成了数字', 'the sheet has stored the number as a rounded figure'),
      hint: w('把该列设为文本后重新填写', 'format the column as text and enter it again'),
    };
  }
  if (/^\d{15}$/.test(identity)) {
    return {
      words: w('15 位旧身份证号已停用', '15-digit identity numbers are out of use'),
      hint: w('请填现用的 18 位号码', 'write the present number of 18 digits'),
    };
  }
  if (/^\d+X?$/.test(identity) && identity.length !== 18) {
    return { words: w('身份证号不是 18 位', 'an identity number has 18 digits') };
  }
  if (!RESIDENT.test(identity)) {
    return { words: w('这不是证件号码', 'this is not the number of an identity paper') };
  }
  const birth = birthOf(identity);
  if (birth === undefined || birth > today) {
    return {
      words: w('身份证号中的出生日期不对', 'the date of birth in the identity number is wrong'),
    };
  }
  if (identityCheckDigit(identity) !== identity[17]) {
    return {
      words: w('身份证号的校验位不对', 'the check digit of the identity number is wrong'),
      hint: w('有一位数字写错了，请核对原件', 'a digit is mistyped, compare it with the card'),
    };
  }
  return undefined;
}
