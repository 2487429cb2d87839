import { describe, expect, it } from 'vitest';
import { lookAt } from '../../src/cli/argv.ts';

const plain = (line: string) => lookAt(line.split(' ')).plain.map(({ text }) => text);

describe('lookAt', () => {
  it.each([
    ['the command first', 'ticket open --by 1 --at now', ['ticket', 'open']],
    ['global options first', '--by 1 --json ticket open', ['ticket', 'open']],
    ['global options between', 'ticket --home /tmp open', ['ticket', 'open']],
    ['a value behind =', '--lang=en ticket', ['ticket']],
    ['a dash is a word', 'batch -', ['batch', '-']],
    ['words behind --', '-- ticket --open', ['ticket', '--open']],
    ['a global option without its value', 'today --at', ['today']],
  ])('%s', (_, line, expected) => {
    expect(plain(line)).toEqual(expected);
  });

  it.each([
    ['nothing', 'ticket open', {}],
    ['each', '--home h --lang en --json', { home: 'h', lang: 'en', json: true }],
    ['with =', '--home=h=2 --lang=en', { home: 'h=2', lang: 'en' }],
    ['the last of two', '--lang zh --lang en', { lang: 'en' }],
    ['not behind --', '-- --json --lang en', {}],
    ['not the value of another', '--at --json', {}],
  ])('global options: %s', (_, line, expected) => {
    expect(lookAt(line.split(' ')).globals).toEqual(expected);
  });

  it.each([
    ['none', 'ticket --by 1 --yes -h', undefined],
    ['of the command', 'ticket open --unit 1-101', { text: '--unit', at: 2 }],
    ['behind --', 'ticket note -- --unit', undefined],
  ])('the first own option: %s', (_, line, expected) => {
    expect(lookAt(line.split(' ')).ownOption).toEqual(expected);
  });
});
