import type { Option } from './prompt.ts';

/** More than these at once nobody reads. */
const MOST_UNITS = 50;

/**
 * Units that begin so, with who lives there; where they are too many to list, the buildings or
 * entrances they stand in, each with its hyphen, as a shell goes from folder to folder.
 */
export function unitsFrom(
  codes: readonly string[],
  begun: string,
  whoIn: (unit: string) => string,
): Option[] {
  const found = stepsFrom(codes, begun);
  const areFew = found.length <= MOST_UNITS;
  return found.map((value) => ({
    value,
    name: areFew && !value.endsWith('-') ? whoIn(value) : '',
  }));
}

/** `5-` of a thousand units is `5-1-` and `5-2-`; of a few it is those few. */
export function stepsFrom(codes: readonly string[], begun: string, most = MOST_UNITS): string[] {
  const found = codes.filter((code) => code.startsWith(begun));
  if (found.length <= most) return found;
  const steps = [...new Set(found.map((code) => upToHyphen(code, begun.length)))];
  const [only = ''] = steps;
  return steps.length === 1 ? stepsFrom(found, only, most) : steps;
}

const upToHyphen = (code: string, from: number): string => {
  const hyphen = code.indexOf('-', from);
  return hyphen < 0 ? code : code.slice(0, hyphen + 1);
};
