import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Ctx } from '../context.ts';
import { prepareText } from '../ledger/new-file.ts';
import { unusable } from '../lib/errors.ts';
import { sha256 } from '../lib/sha256.ts';
import { w } from '../lib/words.ts';
import { FORM_TEMPLATE } from './form-template.ts';
import { templateFault } from './page.ts';

/** The page of a form: the site's own where it has one in `templates`, else the built-in. */
export function templateOf(ctx: Pick<Ctx, 'templatesDir'>, form: string) {
  const html = ownTemplate(fileOf(ctx, form)) ?? FORM_TEMPLATE;
  return { html, hash: sha256(html) };
}

const fileOf = ({ templatesDir }: Pick<Ctx, 'templatesDir'>, form: string): string =>
  path.join(templatesDir, `${form}.html`);

function ownTemplate(file: string): string | undefined {
  if (!existsSync(file)) return undefined;
  const html = readFileSync(file, 'utf8');
  const fault = templateFault(html);
  if (fault === null) return html;
  throw unusable(
    'bad_template',
    w(`模板 ${file} 有错误：${fault}`, `The template ${file} has a mistake: ${fault}`),
    w(
      '请改正，或删去这个文件，用内置的模板。',
      'Mend it, or remove the file to use the built-in one.',
    ),
  );
}

/** Writes the built-in template of a form into the home, for the site to change; never over one. */
export function ejectTemplate(ctx: Pick<Ctx, 'templatesDir'>, form: string): { file: string } {
  const file = fileOf(ctx, form);
  mkdirSync(ctx.templatesDir, { recursive: true, mode: 0o700 });
  const prepared = prepareText(file, FORM_TEMPLATE);
  try {
    prepared.place();
  } finally {
    prepared.discard();
  }
  return { file };
}
