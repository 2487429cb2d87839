import type { Shape } from '../cli/shape.ts';
import { asFlag, asText, asWhole, asWords, toJson } from '../cli/shape.ts';
import type { View } from '../cli/view.ts';
import { table } from '../cli/view.ts';
import { w } from '../lib/words.ts';
import type { Mistake } from './mistakes.ts';
import type { PolicyCheck, PolicyLine } from './service.ts';

const mistakeShape: Shape<Mistake> = [
  asWhole('line', w('行', 'Line'), (it) => it.line),
  asText('path', w('条目', 'Key'), (it) => it.path),
  asWords('message', w('问题', 'Mistake'), (it) => it.words),
];

const mistakeTable = table(mistakeShape, { none: w('没有错误。', 'No mistakes.') });

export const checkView: View<PolicyCheck> = {
  json: (check, as) => ({
    ok: check.ok,
    mistakes: check.mistakes.map((mistake) => toJson(mistakeShape, mistake, as)),
    warnings: check.warnings.map((words) => words[as.lang]),
  }),
  text: (check, pen) => {
    const warnings = check.warnings.map((words) => pen.color.yellow(pen.say(words)));
    if (!check.ok) return [mistakeTable.text(check.mistakes, pen), ...warnings].join('\n');
    return [
      pen.say(w('policy.yaml 没有错误。', 'policy.yaml holds no mistakes.')),
      ...warnings,
    ].join('\n');
  },
};

export const policyTable = table<PolicyLine>(
  [
    asText('key', w('条目', 'Key'), (it) => it.key),
    asText('value', w('值', 'Value'), (it) => it.value),
    asText('default', w('默认', 'Default'), (it) => it.default),
    asFlag('changed', w('已改', 'Changed'), (it) => it.changed),
    asWords('note', w('说明', 'Meaning'), (it) => it.note),
    asWhole('line', w('行', 'Line'), (it) => it.line),
  ],
  { none: w('没有条目。', 'Nothing here.') },
);
