const FULL_WIDTH_OFFSET = 0xfee0;

/**
 * Full-width letters, digits and signs (Ａ１－，＃￥ and the wide space) as their plain
 * counterparts. Unlike NFKC it leaves ², ① and ½ alone, which are no digits of a number.
 */
export function halfWidth(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (char) =>
      String.fromCharCode(char.charCodeAt(0) - FULL_WIDTH_OFFSET),
    )
    .replaceAll('\u3000', ' ')
    .replaceAll('\uffe5', '¥');
}

/** Every dash an input method or a spreadsheet may write, as the plain hyphen; —— counts as one. */
export function plainDashes(text: string): string {
  return text.replace(/[\u2014\u2015\u2500]+|[\u2010-\u2013\u2212\ufe58\ufe63]/g, '-');
}
