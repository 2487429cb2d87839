import type { Section } from '../formats/model.ts';
import { w } from '../lib/words.ts';
import { figureOf, rateNamed } from '../measures/naming.ts';
import { column, type Told, table } from './building.ts';
import { type Problem, problemsIn } from './problem-rules.ts';

/** What worsened most against the period before and against the target; computed, with its numbers. */
export const problemSection = ({ now, before, targets }: Told): Section => ({
  key: 'problems',
  title: w('问题', 'Problems'),
  blocks: [
    table(
      problemsIn(
        Object.entries(now.rates).flatMap(([name, rate]) => {
          const of = rateNamed(name);
          if (!of) return [];
          return [
            {
              ...{ name, better: of.better, now: rate },
              before: before?.rates[name] ?? null,
              target: targets[name] ?? null,
            },
          ];
        }),
      ),
      [
        column('label', w('指标', 'Figure'), 'words', (it: Problem) => figureOf(it.name).label),
        column('value', w('本期', 'This period'), 'told', (it) => toldRate(it.name, it.now)),
        column('before', w('上期', 'Before'), 'told', (it) => toldRate(it.name, it.before)),
        column(
          'worseBy',
          w('变差（百分点）', 'Worse by (points)'),
          'points',
          (it) => it.worseByTenths,
        ),
        column('target', w('目标', 'Target'), 'percent', (it) => it.target),
        column(
          'missedBy',
          w('差目标（百分点）', 'Missed by (points)'),
          'points',
          (it) => it.missedByTenths,
        ),
        column('figure', w('代码', 'Key'), 'text', (it) => it.name),
      ],
      {
        none: w(
          '没有变差的比率，也没有未达到的目标。',
          'No rate is worse than before, and no target is missed.',
        ),
      },
    ),
  ],
});

const toldRate = (name: string, rate: Problem['before']) =>
  rate && { kind: figureOf(name).kind, value: rate };
