import { misused } from '../lib/errors.ts';
import { w } from '../lib/words.ts';
import { MOST_QUESTIONS } from './model.ts';

/** `1.`, `1、`, `（1）`, `第1题：`, `一、`, `- `: before a question, no part of it. */
const NUMBER = new RegExp(
  [
    /第\s*[\d０-９一二三四五六七八九十]+\s*[题条项]\s*[.．、:：]?/,
    /[(（]\s*[\d０-９一二三四五六七八九十]+\s*[)）]\s*[.．、]?/,
    /[\d０-９一二三四五六七八九十]+\s*(?:[、)）:：]|[.．](?![\d０-９]))/,
    /[-*•·]/,
  ]
    .map(({ source }) => `^(?:${source})\\s*`)
    .join('|'),
);

const LONGEST = 200;

/**
 * The questions of a text, one a line: blank lines and those that begin with # are passed over,
 * numbers in front are taken off. Refuses none, more than 50, long ones and the same one twice.
 */
export function readQuestions(text: string): string[] {
  const lines = text.split(/\r\n?|\n/).map((line, at) => ({ line: at + 1, text: tidy(line) }));
  const asked = lines.filter((each) => each.text !== '' && !each.text.startsWith('#'));
  const seen = new Map<string, number>();
  for (const { line, text: question } of asked) {
    const earlier = seen.get(question);
    if (earlier !== undefined) throw twice(line, earlier);
    if (question.length > LONGEST) throw tooLong(line);
    seen.set(question, line);
  }
  const { size } = seen;
  if (size < 1 || size > MOST_QUESTIONS) throw badCount(size);
  return [...seen.keys()];
}

const tidy = (line: string): string =>
  line
    .replace(/\p{Cc}|\p{Cf}/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(NUMBER, '')
    .trim();

const badCount = (count: number) =>
  misused(
    'bad_question_count',
    w(`文件里有 ${count} 道题。`, `The file holds ${count} questions.`),
    w(`每行一题，1 到 ${MOST_QUESTIONS} 题。`, `One a line, 1 to ${MOST_QUESTIONS} of them.`),
  );

const twice = (line: number, earlier: number) =>
  misused(
    'question_twice',
    w(
      `第 ${line} 行与第 ${earlier} 行是同一道题。`,
      `Line ${line} asks the same as line ${earlier}.`,
    ),
    w('请删去一行。', 'Remove one of them.'),
  );

const tooLong = (line: number) =>
  misused(
    'long_question',
    w(
      `第 ${line} 行太长（最多 ${LONGEST} 字）。`,
      `Line ${line} is too long (${LONGEST} characters at most).`,
    ),
  );
