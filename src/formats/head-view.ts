import type { Rendering } from '../cli/shape.ts';
import { localText } from '../lib/moment.ts';
import { w } from '../lib/words.ts';
import type { Report } from './model.ts';

const LABELS = {
  site: w('项目', 'Site'),
  period: w('期间', 'Period'),
  asOf: w('截至', 'As of'),
  closed: w('定稿', 'Closed'),
  hash: w('定稿校验值（SHA-256）', 'Digest of what was closed (SHA-256)'),
  journal: w('台账位置', 'Position of the journal'),
};

interface Fact {
  is: keyof typeof LABELS;
  label: string;
  text: string;
}

/** Whose it is, which days, as of when, and by what it can be checked; what there is not is left out. */
export function headOf(report: Report, { lang, zone }: Rendering): Fact[] {
  const { asOf, closed, journalHead } = report;
  const texts: Record<Fact['is'], string> = {
    site: siteText(report),
    period: periodText(report),
    asOf: localText(asOf, zone),
    closed: closed ? `${localText(closed.at, zone)} ${closed.by}` : '',
    hash: closed?.hash ?? '',
    journal: journalHead,
  };
  return Object.entries(texts).flatMap(([key, text]) => {
    const is = key as Fact['is'];
    return text === '' ? [] : [{ is, label: LABELS[is][lang], text }];
  });
}

export const siteText = ({ site: { company, name } }: Report): string =>
  [company, name].filter((each) => each !== '').join(' · ');

const periodText = ({ fromOn, untilOn }: Report): string =>
  fromOn === untilOn ? fromOn : `${fromOn} – ${untilOn}`;
