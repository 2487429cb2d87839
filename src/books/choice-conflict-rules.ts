import { plainWord } from '../lib/plain-word.ts';
import type { Words } from '../lib/words.ts';
import { type Conflict, conflict, when } from './conflict-model.ts';
import type { BookField, FieldType } from './model.ts';

/** Types of fields that name their choices. */
export const WITH_CHOICES: readonly FieldType[] = ['choice', 'choices'];

/** What is wrong in the choices of a field. */
export function choiceConflicts(field: BookField, at: string): Conflict[] {
  const mayChoose = WITH_CHOICES.includes(field.type);
  const choices = Object.entries(field.choices);
  return [
    ...when(mayChoose && choices.length === 0, () =>
      conflict(
        `${at}.choices`,
        '选项字段要写 choices，如 {parcel: 包裹, letter: 信件}。',
        'A choice names its choices: {parcel: 包裹, letter: 信件}.',
      ),
    ),
    ...when(!mayChoose && choices.length > 0, () =>
      conflict(
        `${at}.choices`,
        '只有 choice、choices 类型的字段才写 choices。',
        'Only a field of type choice or choices has choices.',
      ),
    ),
    ...sameChoices(choices, at),
  ];
}

/** Choices that share a key or a word with one before them. */
const sameChoices = (choices: readonly [string, Words][], at: string): Conflict[] =>
  choices.flatMap(([key, label], index) =>
    choices
      .slice(0, index)
      .filter(([other, its]) => alike([key, label.zh, label.en], [other, its.zh, its.en]))
      .map(([other]) =>
        conflict(
          `${at}.choices.${key}`,
          `与选项 ${other} 同名，分不清。`,
          `This has a name of the choice ${other}, too; nobody could tell them apart.`,
        ),
      ),
  );

/** What is wrong in the items of a sheet. */
export function itemConflicts({ type, items }: BookField, at: string): Conflict[] {
  const hasItems = Object.keys(items).length > 0;
  return [
    ...when(type === 'sheet' && !hasItems, () =>
      conflict(
        `${at}.items`,
        '评分表要写 items，如 {hygiene: {label: 卫生, most: 10}}。',
        'A sheet names its items: {hygiene: {label: 卫生, most: 10}}.',
      ),
    ),
    ...when(type !== 'sheet' && hasItems, () =>
      conflict(
        `${at}.items`,
        '只有 sheet 类型的字段才写 items。',
        'Only a field of type sheet has items.',
      ),
    ),
  ];
}

const alike = (some: readonly string[], others: readonly string[]): boolean =>
  some.some((each) => others.map(plainWord).includes(plainWord(each)));
