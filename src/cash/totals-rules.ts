import type { Flow } from './model.ts';

/** What one method moved, each way. */
export interface MethodTotal {
  method: string;
  inFen: number;
  outFen: number;
  /** in − out. */
  netFen: number;
}

const sum = (amounts: readonly number[]) => amounts.reduce((all, each) => all + each, 0);

/** Of each method that moved at all, in this order; methods that are no longer known stand last. */
export function totalsOf(
  flows: readonly Pick<Flow, 'method' | 'amountFen'>[],
  order: readonly string[],
): MethodTotal[] {
  const used = new Set(flows.map(({ method }) => method));
  const methods = [
    ...order.filter((method) => used.has(method)),
    ...[...used].filter((method) => !order.includes(method)),
  ];
  return methods.map((method) => {
    const amounts = flows.filter((it) => it.method === method).map((it) => it.amountFen);
    const inFen = sum(amounts.filter((amount) => amount > 0));
    const outFen = sum(amounts.filter((amount) => amount < 0).map(Math.abs));
    return { method, inFen, outFen, netFen: inFen - outFen };
  });
}

/** Each line with the cash after it; null beside what was no cash. */
export function withBalance<F extends Pick<Flow, 'method' | 'amountFen'>>(
  flows: readonly F[],
  openingFen: number,
): (F & { balanceFen: number | null })[] {
  let balanceFen = openingFen;
  return flows.map((flow) => {
    if (flow.method !== 'cash') return { ...flow, balanceFen: null };
    balanceFen += flow.amountFen;
    return { ...flow, balanceFen };
  });
}
