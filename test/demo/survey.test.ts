import { describe, expect, it } from 'vitest';
import { birthdaysOf } from '../../src/demo/stories/birthdays.ts';
import { surveyOf } from '../../src/demo/stories/survey.ts';
import { addDays } from '../../src/lib/day.ts';
import { listBirthdays } from '../../src/registry/birthdays.ts';
import { listSurveys } from '../../src/surveys/record.ts';
import { reportSurvey } from '../../src/surveys/report.ts';
import { CLOCKS, expectSound, moment, play, readName, smallEstate } from './small-estate.ts';

describe('the survey of the sample estate', () => {
  it.each(CLOCKS)('is out, and a part of it is back %s', async (_, day, time) => {
    const now = moment(day, time);
    const { ctx, estate } = await smallEstate(now);
    play(ctx, estate, surveyOf(estate, now));
    const [survey] = listSurveys(ctx);
    const { no, year, state } = survey ?? {};
    expect({ year, state }).toEqual({ year: addDays(day, -24).slice(0, 4), state: 'open' });
    const report = reportSurvey(ctx, { no, year: undefined, building: undefined });
    expect(report.sent).toBeGreaterThan(40);
    expect(report.returned / report.sent).toBeGreaterThan(0.15);
    expect(report.returned / report.sent).toBeLessThan(0.55);
    expectSound(ctx);
  });
});

describe('birthdays in the sample estate', () => {
  it.each(CLOCKS)('are near, of those who agreed %s', async (_, day, time) => {
    const now = moment(day, time);
    const { ctx, estate } = await smallEstate(now);
    play(ctx, estate, birthdaysOf(estate, now, readName));
    const near = listBirthdays(ctx).map(({ on, greeted }) => ({ on, greeted }));
    expect(near).toEqual(
      [0, 1, 3, 4, 6].map((days) => ({ on: addDays(day, days), greeted: false })),
    );
    expectSound(ctx);
  });
});
