import type { ErrorCode } from 'yaml';
import type { Words } from '../lib/words.ts';
import { w } from '../lib/words.ts';

const KNOWN: Partial<Record<ErrorCode, Words>> = {
  BAD_INDENT: w(
    '缩进不对：同一组的各行要左对齐。',
    'The indentation is off: lines of one group begin in the same column.',
  ),
  TAB_AS_INDENT: w('缩进不能用制表符，请用空格。', 'Tabs cannot indent; use spaces.'),
  DUPLICATE_KEY: w('这一项写了两次，请删去一处。', 'This key stands twice; remove one of them.'),
  NON_STRING_KEY: w('键必须是文字。', 'A key must be plain text.'),
  BLOCK_AS_IMPLICIT_KEY: w(
    '一行里只能有一个“键: 值”；值里有冒号时请加引号。',
    'One line takes one "key: value"; put a value that holds a colon in quotes.',
  ),
  MISSING_CHAR: w('少了引号、括号或冒号。', 'A quote, a bracket or a colon is missing.'),
  MULTILINE_IMPLICIT_KEY: w('键后面少了冒号。', 'The colon behind a key is missing.'),
  MULTIPLE_DOCS: w(
    '文件里“---”之后的部分是多余的，请删去。',
    'The file ends at its "---"; remove what follows it.',
  ),
  BAD_SCALAR_START: w(
    '值不能用这个符号开头，请给值加引号。',
    'A value cannot begin with this sign; put it in quotes.',
  ),
  UNEXPECTED_TOKEN: w('多了或放错了符号。', 'There is a sign too many, or one in the wrong place.'),
};

const OTHER = w('这一行不合 YAML 的写法。', 'This line is not readable as YAML.');

/** What the YAML reader found, in words of the desk. */
export function yamlWords(code: ErrorCode): Words {
  return KNOWN[code] ?? OTHER;
}
