import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Ctx } from '../context.ts';
import { prepareText } from '../ledger/new-file.ts';
import { transact } from '../ledger/transact.ts';
import { misused } from '../lib/errors.ts';
import { localText } from '../lib/moment.ts';
import { sha256 } from '../lib/sha256.ts';
import { type Words, w } from '../lib/words.ts';
import type { Event } from '../timeline/model.ts';
import type { Content, Paper, Printed, Printing, Sheet } from './model.ts';
import { pageHtml } from './page.ts';
import * as store from './printout-store.ts';
import { templateOf } from './templates.ts';

interface Order {
  /** The key of the form, by which a site's own template is found. */
  form: string;
  /** In the journal; `print` unless said. */
  action?: string;
  /** A new file; else one in the home's folder of printed pages. */
  out: string | undefined;
  reveal: boolean;
}

/**
 * Prints some sheets of one form into one file, and notes each: what is on paper has left the desk. `sheets`
 * is read inside the transaction. Refuses a file that is there already (`file_exists`), a name that no
 * browser opens (`unknown_file_type`) and a template of the site that cannot be used (`bad_template`).
 */
export function printSheets(
  ctx: Ctx,
  { form, action = 'print', out, reveal }: Order,
  sheets: () => readonly Sheet[],
): Printed {
  refuseName(out);
  return transact(ctx, action, (entry) => {
    const all = sheets();
    const { id, name } = ctx.operator();
    const { html: template, hash: templateHash } = templateOf(ctx, form);
    const copies = store.copiesOf(ctx.ledger, form, all.map(counted));
    const printed = all.map((sheet) => {
      const copy = (copies.get(counted(sheet)) ?? 0) + 1;
      const as = { ...asOf(ctx, reveal), copy, by: name };
      return { ...sheet, copy, paper: paperOf(sheet.contentOf(as), as) };
    });
    const [first] = printed;
    if (!first) throw new Error(`nothing to print of ${form}`);
    const copy = Math.max(...printed.map((each) => each.copy));
    const file = out ?? freeName(ctx.printedDir, nameOf(form, first.subject, printed.length), copy);
    if (out === undefined) mkdirSync(ctx.printedDir, { recursive: true, mode: 0o700 });
    const page = pageHtml(
      printed.map(({ paper }) => paper),
      template,
    );
    const prepared = prepareText(file, page);
    try {
      const hashes = { templateHash, pageHash: sha256(page) };
      for (const each of printed) {
        store.insert(ctx.ledger, {
          ...{ form, subject: counted(each), copy: each.copy, ...hashes },
          printedAt: ctx.now,
          printedBy: id,
        });
      }
      entry.subject = printed.length === 1 ? first.subject : null;
      entry.changes = { form, copy, sheets: printed.length, template: templateHash };
      prepared.place();
    } finally {
      prepared.discard();
    }
    const subjects = printed.map(({ subject }) => subject);
    return { form, no: first.subject, subjects, sheets: printed.length, file, copy };
  });
}

const counted = ({ subject, issue }: Pick<Sheet, 'subject' | 'issue'>): string => issue ?? subject;

function refuseName(out: string | undefined): void {
  if (out === undefined || /\.html?$/i.test(out)) return;
  throw misused(
    'unknown_file_type',
    w('单据只能写成 .html 文件。', 'A form is written as .html.'),
    w(
      '请写 --out 单据.html；要 PDF 的，用浏览器打开，在打印里选“另存为 PDF”。',
      'Type --out form.html; for a PDF, open it in the browser and print into one.',
    ),
  );
}

/** The printouts of a record as events of its timeline. */
export const printsOf = ({ ledger }: Pick<Ctx, 'ledger'>, subject: string): Event[] =>
  store.printoutsOf(ledger, subject).map(({ form, copy, at, by }): Event => {
    const detail: Event['detail'] = form === SLIP ? { copy } : { form, copy };
    return { at, by, kind: 'printed', detail };
  });

const asOf = (ctx: Ctx, reveal: boolean) => ({
  ...{ lang: ctx.lang, zone: ctx.zone, reveal, at: ctx.now },
  letterhead: ctx.policy.site,
});

function paperOf({ marks, ...content }: Content, as: Printing): Paper {
  const reprint = as.copy > 1 ? [w(`重印（第 ${as.copy} 份）`, `Reprint – copy ${as.copy}`)] : [];
  return {
    ...content,
    lang: as.lang,
    letterhead: as.letterhead,
    marks: [...marks, ...reprint.map((mark: Words) => mark[as.lang])],
    printed: printedLine(as),
  };
}

function printedLine({ lang, zone, at, by, copy }: Printing): string {
  const when = localText(at, zone);
  return w(`打印：${when}　${by}　第 ${copy} 份`, `Printed ${when} by ${by}, copy ${copy}`)[lang];
}

const nameOf = (form: string, subject: string, sheets: number): string => {
  const own = form === SLIP ? subject : `${form}-${subject}`;
  return sheets === 1 ? own : `${own}+${sheets - 1}`;
};

/** The form of every entry of a book; its pages are named after the entry alone. */
export const SLIP = 'slip';

/** `K261122-001.html`, of later copies `K261122-001-2.html`. */
function freeName(dir: string, name: string, copy: number): string {
  for (let each = copy; ; each += 1) {
    const file = path.join(dir, `${name}${each === 1 ? '' : `-${each}`}.html`);
    if (!existsSync(file)) return file;
  }
}
