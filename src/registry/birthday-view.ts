import { asDay, asFlag, asPhone, asText, asWhole, type Shape } from '../cli/shape.ts';
import { table } from '../cli/view.ts';
import { w } from '../lib/words.ts';
import type { Birthday } from './birthday-rules.ts';

const birthdayShape: Shape<Birthday> = [
  asDay('on', w('哪天', 'On'), (it) => it.on),
  asWhole('id', w('编号', 'Id'), (it) => it.id),
  asText('unit', w('房号', 'Unit'), (it) => it.unit),
  asText('name', w('姓名', 'Name'), (it) => it.name),
  asPhone('phone', w('电话', 'Phone'), (it) => it.phone),
  asText('birthday', w('生日', 'Birthday'), (it) => it.birthday, { cardOnly: true }),
  asFlag('greeted', w('已祝贺', 'Greeted'), (it) => it.greeted),
  asText('next', w('办理', 'Next'), ({ id, greeted }) => (greeted ? null : `wy visit greet ${id}`)),
];

export const birthdayTable = table(birthdayShape, {
  none: w(
    '近期没有要祝贺的生日（只列同意祝贺的住户）。',
    'No birthdays; only those who agreed to be greeted are listed.',
  ),
});
