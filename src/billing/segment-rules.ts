import { addDays, type Day, isWithin } from '../lib/day.ts';
import type { Concession, Household, Line, Segment, Span } from './model.ts';

type Side = 'developer' | 'owner' | 'party';

interface Piece extends Span {
  rateTenthousandths: number | undefined;
  percent: number;
  side: Side;
}

/**
 * The line in segments, each a charge of its own: parted where the rate changes, where an agreement
 * changes the percent, and where the unit is handed over. Days without a rate, free of charge, or of
 * a developer who owes nothing are left out; all others are covered once.
 */
export function segmentsOf(line: Line, household: Household): Segment[] {
  return joined(piecesOf(line, household)).flatMap((piece) => {
    const { from, until, rateTenthousandths, percent, side } = piece;
    if (rateTenthousandths === undefined || percent === 0) return [];
    if (side === 'developer' && !line.developer) return [];
    return [{ from, until, rateTenthousandths, percent, debtor: debtorOf(piece, line, household) }];
  });
}

function piecesOf(line: Line, household: Household): Piece[] {
  const begins = [line.from, ...turnsOf(line, household)].filter(
    (day) => day >= line.from && day <= line.until,
  );
  const starts = [...new Set(begins)].sort();
  return starts.map((from, at) => {
    const next = starts[at + 1];
    return {
      from,
      until: next === undefined ? line.until : addDays(next, -1),
      rateTenthousandths: rateAt(line, from),
      percent: percentOn(household.concessions, from),
      side: line.party ? 'party' : sideOn(household, from),
    };
  });
}

/** The days from which something may be different. */
function turnsOf(line: Line, household: Household): Day[] {
  const days = [
    ...line.rates.map(({ fromOn }) => fromOn),
    ...household.concessions.flatMap(({ fromOn, untilOn, fullFeeFromOn }) => [
      fromOn,
      untilOn === null ? null : addDays(untilOn, 1),
      fullFeeFromOn,
    ]),
    handedOverOn(household),
  ];
  return days.filter((day) => typeof day === 'string');
}

function joined(pieces: readonly Piece[]): Piece[] {
  const found: Piece[] = [];
  for (const piece of pieces) {
    const last = found.at(-1);
    const isSame =
      last?.rateTenthousandths === piece.rateTenthousandths &&
      last?.percent === piece.percent &&
      last?.side === piece.side;
    if (last && isSame) last.until = piece.until;
    else found.push({ ...piece });
  }
  return found;
}

const rateAt = ({ rates }: Line, day: Day): number | undefined =>
  rates.findLast(({ fromOn }) => fromOn <= day)?.rateTenthousandths;

/** Of several agreements the one that asks least. */
const percentOn = (concessions: readonly Concession[], day: Day): number =>
  Math.min(100, ...concessions.filter((it) => holdsOn(it, day)).map(({ percent }) => percent));

const holdsOn = ({ fromOn, untilOn, fullFeeFromOn }: Concession, day: Day): boolean =>
  fromOn <= day &&
  (untilOn === null || day <= untilOn) &&
  (fullFeeFromOn === null || day < fullFeeFromOn);

/** Where nobody wrote it down: the day on which its first owner came; undefined: none came yet. */
function handedOverOn({ handoverOn, owners }: Household): Day | null | undefined {
  if (handoverOn !== null) return handoverOn;
  if (owners.some(({ fromOn }) => fromOn === null)) return null;
  return owners.map(({ fromOn }) => fromOn).sort()[0];
}

function sideOn(household: Household, day: Day): Side {
  const from = handedOverOn(household);
  return from === undefined || (from !== null && day < from) ? 'developer' : 'owner';
}

function debtorOf({ side, from }: Piece, line: Line, household: Household): Segment['debtor'] {
  if (side !== 'owner') return { debtor: side, debtorId: null };
  const owner = household.owners.find((stay) => isWithin(stay, from));
  if (owner) return { debtor: 'owner', debtorId: owner.personId };
  const isUnknown = household.handoverOn === null && line.developer;
  return isUnknown ? { debtor: 'developer', debtorId: null } : undefined;
}

/**
 * When a segment is due: as the turn is, but not before the first day for which its debtor owes any of
 * these (all of a turn), as nobody pays for a time before theirs.
 */
export function dueOnOf(dueOn: Day, segments: readonly Segment[], { debtor }: Segment): Day {
  const first = segments.find((each) => each.debtor?.debtor === debtor?.debtor);
  return first && first.from > dueOn ? first.from : dueOn;
}

/** What is left of these segments outside the days billed already. */
export function unbilled(segments: readonly Segment[], billed: readonly Span[]): Segment[] {
  let left = [...segments];
  for (const { from, until } of billed) {
    left = left.flatMap((it) => {
      if (until < it.from || it.until < from) return [it];
      const before = it.from < from ? [{ ...it, until: addDays(from, -1) }] : [];
      const after = until < it.until ? [{ ...it, from: addDays(until, 1) }] : [];
      return [...before, ...after];
    });
  }
  return left;
}

/** The days in both; undefined: none. */
export function common(a: Span, b: { from: Day; until: Day | null }): Span | undefined {
  const from = a.from > b.from ? a.from : b.from;
  const until = b.until !== null && b.until < a.until ? b.until : a.until;
  return from <= until ? { from, until } : undefined;
}
