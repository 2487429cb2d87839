/** The number of a record, and behind it that of one of its parts. */
export interface PartTyped {
  no: string;
  part: number | undefined;
}

/** `D261122-001-02`, `001-2`: the second of D261122-001; a number alone names no part. */
export function partTyped(typed: string): PartTyped {
  const whole = typed.normalize('NFKC').trim();
  const [, no, part] = /^(.*\d)-(\d{1,2})$/.exec(whole) ?? [];
  return no === undefined ? { no: whole, part: undefined } : { no, part: Number(part) };
}
