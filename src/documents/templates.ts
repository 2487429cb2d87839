import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Ctx } from '../context.ts';
import { prepareText } from '../ledger/new-file.ts';
import { unusable, type WyError } from '../lib/errors.ts';
import { sha256 } from '../lib/sha256.ts';
import { same, type Words, w } from '../lib/words.ts';
import { FORM_TEMPLATE } from './form-template.ts';
import { templateFault } from './template-rules.ts';

/** The page of a form: the site's own where it has one in `templates`, else the built-in. */
export function templateOf(ctx: Pick<Ctx, 'templatesDir'>, form: string) {
  const html = ownTemplate(fileOf(ctx, form)) ?? FORM_TEMPLATE;
  return { html, hash: sha256(html) };
}

const fileOf = ({ templatesDir }: Pick<Ctx, 'templatesDir'>, form: string): string =>
  path.join(templatesDir, `${form}.html`);

function ownTemplate(file: string): string | undefined {
  if (!existsSync(file)) return undefined;
  const html = textOf(file);
  const fault = templateFault(html);
  if (fault !== null) throw badTemplate(file, fault);
  return html;
}

/** Editors of Chinese Windows may save as GBK or UTF-16: that would print as rubbish. */
function textOf(file: string): string {
  const bytes = bytesOf(file);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw badTemplate(file, w('不是 UTF-8 编码的文本', 'it is no text in UTF-8'));
  }
}

function bytesOf(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    throw badTemplate(file, same((error as NodeJS.ErrnoException).code ?? String(error)));
  }
}

const badTemplate = (file: string, fault: Words): WyError =>
  unusable(
    'bad_template',
    w(`模板 ${file} 有错误：${fault.zh}`, `The template ${file} has a mistake: ${fault.en}`),
    w(
      '请改正，或删去这个文件，用内置的模板。',
      'Mend it, or remove the file to use the built-in one.',
    ),
  );

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
