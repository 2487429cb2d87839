import { describe, expect, it } from 'vitest';
import {
  acceptClause,
  inSeveralRoles,
  isOneOfEngineering,
  rolesMissing,
} from '../../src/acceptance/inspecting-rules.ts';
import { parseDuration } from '../../src/lib/duration.ts';
import type { Role } from '../../src/policy/roles.ts';
import { defaultPolicy } from '../support/ledger.ts';

const { calendar } = await defaultPolicy();

const at = (local: string) =>
  new Date(`${local.replace(' ', 'T')}+08:00`).toISOString().replace('.000', '');

const people = (...roles: Role[][]) =>
  roles.map((each, index) => ({ name: `${index}`, roles: each }));

describe('acceptance asked for late', () => {
  it.each([
    ['in the morning', '2026-11-23 09:00:00', 'sameDay'],
    ['exactly two hours before closing', '2026-11-23 16:00:00', 'sameDay'],
    ['one second later', '2026-11-23 16:00:01', 'late'],
    ['before opening', '2026-11-23 06:00:00', 'sameDay'],
    ['at lunch, the whole afternoon left', '2026-11-23 12:30:00', 'sameDay'],
    ['at closing', '2026-11-23 18:00:00', 'late'],
    ['in the evening', '2026-11-23 23:59:59', 'late'],
    ['on a Saturday', '2026-11-28 09:00:00', 'late'],
    ['on a holiday in the week', '2026-10-01 09:00:00', 'late'],
    ['on a make-up Saturday', '2026-10-10 09:00:00', 'sameDay'],
    ['late on a make-up Saturday', '2026-10-10 16:00:01', 'late'],
  ])('%s', (_, local, expected) => {
    expect(acceptClause(at(local), parseDuration('2h'), calendar)).toBe(
      `renovations.accept.${expected}`,
    );
  });

  it('a policy that wants a longer afternoon is kept', () => {
    expect(acceptClause(at('2026-11-23 15:00:01'), parseDuration('3h'), calendar)).toBe(
      'renovations.accept.late',
    );
  });
});

describe('who has to be there', () => {
  it.each<[string, Role[][], Role[]]>([
    ['all of them', [['engineering'], ['supervisor'], ['clerk']], []],
    ['nobody', [], ['engineering', 'supervisor', 'clerk']],
    ['no clerk', [['engineering'], ['supervisor']], ['clerk']],
    ['one with two roles', [['engineering'], ['supervisor', 'clerk']], []],
    ['others do not count', [['director'], ['security']], ['engineering', 'supervisor', 'clerk']],
  ])('%s', (_, roles, missing) => {
    expect(rolesMissing(people(...roles))).toEqual(missing);
  });

  it.each<[string, Role[][], string[]]>([
    ['a person for each', [['engineering'], ['supervisor'], ['clerk']], []],
    ['one for two', [['engineering'], ['supervisor', 'clerk']], ['1']],
    ['one for all', [['engineering', 'supervisor', 'clerk']], ['0']],
    ['two roles, but others for them', [['supervisor', 'clerk'], ['clerk'], ['engineering']], []],
    [
      'two with two roles each, and a third',
      [['supervisor', 'clerk'], ['clerk', 'engineering'], ['engineering']],
      [],
    ],
    [
      'two for three',
      [
        ['supervisor', 'clerk'],
        ['clerk', 'engineering'],
      ],
      ['0', '1'],
    ],
  ])('several roles: %s', (_, roles, names) => {
    expect(inSeveralRoles(people(...roles))).toEqual(names);
  });

  it.each<[string, Role[][], boolean]>([
    ['head alone', [['engineering'], ['supervisor']], true],
    ['head and technician', [['engineering'], ['engineering']], false],
  ])('engineering: %s', (_, roles, isOne) => {
    expect(isOneOfEngineering(people(...roles))).toBe(isOne);
  });
});
