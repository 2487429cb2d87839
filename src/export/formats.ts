import { yuanText } from '../lib/money.ts';
import type { Journal } from './journal.ts';
import type { Transaction } from './model.ts';

/** How much text is handed on at once. */
const CHUNK_CHARS = 65_536;

/** What every amount is in. */
const COMMODITY = 'CNY';

/**
 * A journal that hledger and ledger both read with their strict checks: commodity, payees and accounts
 * declared, the document as the code, the unit as the payee. In chunks.
 */
export function* hledgerText(journal: Journal): Generator<string> {
  yield* inChunks(hledgerPieces(journal));
}

function* hledgerPieces({ accounts, payees, transactions }: Journal): Generator<string> {
  yield `commodity ${COMMODITY}\n    format 1000.00 ${COMMODITY}\n\n`;
  for (const payee of payees) yield `payee ${payee}\n`;
  yield '\n';
  for (const account of accounts) yield `account ${account}\n`;
  for (const transaction of transactions()) yield hledgerTransaction(transaction);
}

function hledgerTransaction({ on, no, payee, kind, note, postings }: Transaction): string {
  const code = no === '' ? '' : ` (${no})`;
  const remark = note === null ? kind : `${kind} ${note}`;
  const lines = postings.map(
    ({ account, amountFen }) => `    ${account}  ${yuanText(amountFen)} ${COMMODITY}`,
  );
  return `\n${on}${code} ${payee}  ; ${remark}\n${lines.join('\n')}\n`;
}

/** The columns of a table with a row for each posting; their keys never change with the language. */
const POSTING_COLUMNS = ['date', 'document', 'unit', 'kind', 'account', 'amount'] as const;

/** Nothing in it needs quotes: codes, keys and numbers, no free text. In chunks. */
export function* csvText(journal: Journal): Generator<string> {
  yield* inChunks(csvPieces(journal));
}

function* csvPieces({ transactions }: Journal): Generator<string> {
  yield `${POSTING_COLUMNS.join(',')}\r\n`;
  for (const { on, no, payee, kind, postings } of transactions()) {
    for (const { account, amountFen } of postings) {
      yield `${on},${no},${payee},${kind},${account},${yuanText(amountFen)}\r\n`;
    }
  }
}

function* inChunks(pieces: Iterable<string>): Generator<string> {
  let chunk = '';
  for (const piece of pieces) {
    chunk += piece;
    if (chunk.length < CHUNK_CHARS) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}

const FEN_OF_YUAN = 100;

/** A workbook of the same rows, with days as dates and amounts as numbers; made while it is read. */
export async function xlsxBytes(journal: Journal): Promise<ReadableStream<Uint8Array>> {
  const { writeXlsxStream } = await import('hucre/xlsx');
  const formats: Readonly<Record<string, string>> = { date: 'yyyy-mm-dd', amount: '0.00' };
  return writeXlsxStream(xlsxRows(journal), {
    name: 'postings',
    columns: POSTING_COLUMNS.map((key) => ({
      header: key,
      width: key === 'account' ? 48 : 16,
      ...(formats[key] === undefined ? {} : { numFmt: formats[key] }),
    })),
    freezePane: { rows: 1 },
  });
}

function* xlsxRows({ transactions }: Journal) {
  for (const { on, no, payee, kind, postings } of transactions()) {
    const date = new Date(`${on}T00:00:00Z`);
    // A spreadsheet knows numbers of fifteen digits: every amount of fen is exact in yuan.
    for (const { account, amountFen } of postings) {
      yield [date, no, payee, kind, account, amountFen / FEN_OF_YUAN];
    }
  }
}
