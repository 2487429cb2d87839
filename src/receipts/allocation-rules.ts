import type { OpenCharge, Share } from './model.ts';

/** The order in which money pays: oldest due first, within a due day principal before penalty. */
export const inOrder = <C extends Pick<OpenCharge, 'dueOn' | 'isPenalty' | 'id'>>(
  charges: readonly C[],
): C[] =>
  [...charges].sort(
    (a, b) =>
      (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0) ||
      Number(a.isPenalty) - Number(b.isPenalty) ||
      a.id - b.id,
  );

/**
 * What an amount pays of these charges, in the order in which they stand; what is left over is a
 * prepayment.
 */
export function allocate(
  amountFen: number,
  charges: readonly Pick<OpenCharge, 'id' | 'openFen'>[],
): { shares: Share[]; leftFen: number } {
  const shares: Share[] = [];
  let leftFen = amountFen;
  for (const { id, openFen } of charges) {
    if (leftFen === 0) break;
    const paidFen = Math.min(leftFen, openFen);
    if (paidFen <= 0) continue;
    shares.push({ chargeId: id, amountFen: paidFen });
    leftFen -= paidFen;
  }
  return { shares, leftFen };
}

/** How much of an amount each of these gives, first to last; less than it where they have less. */
export function draw<R extends { restFen: number }>(
  amountFen: number,
  rests: readonly R[],
): { from: R; amountFen: number }[] {
  const drawn: { from: R; amountFen: number }[] = [];
  let leftFen = amountFen;
  for (const rest of rests) {
    const given = Math.min(leftFen, rest.restFen);
    if (given <= 0) continue;
    drawn.push({ from: rest, amountFen: given });
    leftFen -= given;
  }
  return drawn;
}

export const sumOf = (parts: readonly { amountFen: number }[]): number =>
  parts.reduce((sum, { amountFen }) => sum + amountFen, 0);
