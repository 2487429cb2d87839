import { misused } from './errors.ts';
import { w } from './words.ts';

const NAME_LIMIT = 100;

/** Control characters and line breaks of every kind. */
const MANY_LINES = /[\p{Cc}\p{Zl}\p{Zp}]/u;

/**
 * What two spellings of one name have in common: half-width signs (李（一） is 李(一)), single spaces
 * inside and none around, nothing invisible. Names are stored like this and looked up by it.
 */
export const plainName = (text: string): string =>
  text
    .replace(/\p{Cf}/gu, '')
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .trim();

/** A name as it is stored; refuses what holds no name, several lines or a whole story (`bad_name`). */
export function tidyName(text: string): string {
  const name = plainName(text);
  if (name !== '' && name.length <= NAME_LIMIT && !MANY_LINES.test(text.trim())) return name;
  throw misused(
    'bad_name',
    w('这不是一个姓名或名称。', 'This is not a name.'),
    w(`请写成一行，最多 ${NAME_LIMIT} 字。`, `Write one line of ${NAME_LIMIT} characters at most.`),
  );
}
