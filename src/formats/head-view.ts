import type { Rendering } from '../cli/shape.ts';
import { localText } from '../lib/moment.ts';
import { type Words, w } from '../lib/words.ts';
import type { Report } from './model.ts';

const LABELS = {
  site: w('项目', 'Site'),
  period: w('期间', 'Period'),
  asOf: w('截至', 'As of'),
  closed: w('定稿', 'Closed'),
  hash: w('定稿校验值（SHA-256）', 'Digest of what was closed (SHA-256)'),
  journal: w('台账位置', 'Position of the journal'),
};

/**
 * Whose it is, which days, as of when, and by what it can be checked: label and text. In brief without the
 * journal, which concerns who checks a file.
 */
export function headOf(
  report: Report,
  { lang, zone }: Rendering,
  { isBrief = false } = {},
): [label: string, text: string][] {
  const { asOf, closed, journalHead } = report;
  const lines: [Words, string][] = [
    [LABELS.site, siteText(report)],
    [LABELS.period, periodText(report)],
    [LABELS.asOf, localText(asOf, zone)],
    ...(closed
      ? ([
          [LABELS.closed, `${localText(closed.at, zone)} ${closed.by}`],
          [LABELS.hash, closed.hash],
        ] as [Words, string][])
      : []),
    [LABELS.journal, isBrief ? '' : journalHead],
  ];
  return lines
    .filter(([, text]) => text !== '')
    .map(([label, text]): [string, string] => [label[lang], text]);
}

export const siteText = ({ site: { company, name } }: Report): string =>
  [company, name].filter((each) => each !== '').join(' · ');

export const periodText = ({ fromOn, untilOn }: Report): string =>
  fromOn === untilOn ? fromOn : `${fromOn} – ${untilOn}`;
