const DIGITS = '零一二三四五六七八九';
const WITH_PLACES =
  /^(?:[一二三四五六七八九]百)?零?(?:[一二三四五六七八九]?十)?[一二三四五六七八九]?$/;
const PLACES = new Map([
  ['十', 10],
  ['百', 100],
]);

/**
 * Chinese numbers in a text as arabic digits: 三栋二单元 → 3栋2单元, 十二 → 12, 二十三 → 23,
 * 一五零一 → 1501. A numeral that touches an arabic digit stays (3一2 is a mistyped dash, not 312).
 */
export function chineseDigits(text: string): string {
  return text.replace(/(?<![0-9])[零〇一二三四五六七八九十百]+(?![0-9])/g, (numeral) =>
    arabic(numeral.replaceAll('〇', '零')),
  );
}

function arabic(numeral: string): string {
  if (!/[十百]/.test(numeral)) return [...numeral].map((char) => DIGITS.indexOf(char)).join('');
  if (!WITH_PLACES.test(numeral)) return numeral;

  let sum = 0;
  let digit: number | undefined;
  for (const char of numeral) {
    const place = PLACES.get(char);
    if (place === undefined) digit = DIGITS.indexOf(char);
    else {
      sum += (digit || 1) * place;
      digit = undefined;
    }
  }
  return String(sum + (digit ?? 0));
}
