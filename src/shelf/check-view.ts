import type { BooksCheck, CheckLine } from '../books/checking.ts';
import { asText, asWhole, asWords, type Shape, toJson } from '../cli/shape.ts';
import { table, type View } from '../cli/view.ts';
import { w } from '../lib/words.ts';

const mistakeShape: Shape<CheckLine> = [
  asWhole('line', w('行', 'Line'), (it) => it.line),
  asText('path', w('条目', 'Key'), (it) => it.path),
  asWords('message', w('问题', 'Mistake'), (it) => it.words),
];

const mistakeTable = table(mistakeShape, { none: w('没有错误。', 'No mistakes.') });

/** Told as the policy's check is. */
export const checkView: View<BooksCheck> = {
  json: (check, as) => ({
    ok: check.ok,
    mistakes: check.mistakes.map((each) => toJson(mistakeShape, each, as)),
    warnings: check.warnings.map((words) => words[as.lang]),
    retired: [...check.retired],
  }),
  text: (check, pen) => {
    const warnings = check.warnings.map((words) => pen.color.yellow(pen.say(words)));
    const retired = check.retired.map((each) =>
      pen.say(w(`${each} 只在旧登记里保留。`, `${each} is kept in old entries only.`)),
    );
    const found = check.ok
      ? pen.say(w('登记簿没有错误。', 'The books hold no mistakes.'))
      : mistakeTable.text(check.mistakes, pen);
    return [found, ...retired, ...warnings].join('\n');
  },
};
