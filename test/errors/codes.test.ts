import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

/** What no test can bring about, or not by its code, and why. */
const NOT_PLAYED: Readonly<Record<string, string>> = {
  bad_command_line: 'for what a later commander may refuse',
  bad_policy_value:
    'a row of wy policy check, told by its words alone; test/policy plays the values',
  bad_usual: 'a row of wy book check, told by its words alone; test/errors/books.txt shows it',
  no_fixtures: 'the package always has its sample estate',
};

const root = path.join(import.meta.dirname, '../..');
const textsOf = (folder: string, ends: readonly string[]) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => ends.some((end) => name.endsWith(end)))
    .filter((name) => path.join(folder, name) !== path.relative(root, import.meta.filename))
    .map((name) => readFileSync(path.join(root, folder, name), 'utf8'));

interface Refusal {
  /** Which of them: the kind decides the exit code. */
  kind: string;
  code: string;
  /** What stands between the values in its Chinese and English words, where it is telling. */
  pieces: string[];
}

const REFUSAL =
  /\b(misused|refused|unusable)\(\s*'(\w+)',(?:\s*w\(\s*(['`])(.*?)\3,\s*(['`])(.*?)\5,?\s*\))?/gs;

const piecesOf = (words: string) =>
  words
    .split(/\$\{.*?\}/)
    .map((piece) => piece.replaceAll('\\', '').trim())
    .filter((piece) => piece.length >= 4);

const refusals: Refusal[] = textsOf('src', ['.ts']).flatMap((text) =>
  [...text.matchAll(REFUSAL)].map(([, kind = '', code = '', , zh = '', , en = '']) => ({
    kind,
    code,
    pieces: [...piecesOf(zh), ...piecesOf(en)],
  })),
);
const codes = [...new Set(refusals.map(({ code }) => code))].sort();
const tests = textsOf('test', ['.ts']).join('\n');
const sessions = textsOf('test', ['.txt'])
  .flatMap((text) =>
    text.split('\n').filter((line) => line.startsWith('!') || /^ *\d+ /.test(line)),
  )
  .join('\n');

/** Tests name the code; sessions show its words. */
const isPlayed = (code: string) =>
  new RegExp(`\\b${code}\\b`).test(tests) ||
  refusals
    .filter((refusal) => refusal.code === code)
    .some(({ pieces }) => pieces.some((piece) => sessions.includes(piece)));

it('a code has one exit code, wherever it is met', () => {
  const kindsOf = (code: string) =>
    new Set(refusals.filter((refusal) => refusal.code === code).map(({ kind }) => kind));
  expect(codes.filter((code) => kindsOf(code).size > 1)).toEqual([]);
});

describe('every refusal is played', () => {
  it('in a test or a session', () => {
    expect(codes.length).toBeGreaterThan(300);
    expect(codes.filter((code) => !isPlayed(code) && !(code in NOT_PLAYED))).toEqual([]);
  });

  it('and what is not says why, as long as it is not', () => {
    const known = Object.keys(NOT_PLAYED);
    expect(known.filter((code) => !codes.includes(code) || isPlayed(code))).toEqual([]);
  });
});
