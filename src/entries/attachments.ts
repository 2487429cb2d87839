import { hash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Attachment } from '../books/model.ts';
import type { Ctx } from '../context.ts';
import { makePart, sweepParts } from '../ledger/files.ts';
import { misused } from '../lib/errors.ts';
import { w } from '../lib/words.ts';
import { allAttachments } from './attachment-store.ts';
import type { Condition } from './model.ts';

/** A scan or a photograph, not an archive. */
const MOST_BYTES = 50_000_000;

/**
 * Copies a file beside the ledger under the SHA-256 of its content, and gives what an entry keeps of
 * it. The copy is whole on the disk before it has its name; one that was spoilt since is mended; one that
 * no entry came to keep does no harm; what a run that was killed had begun is removed.
 */
export function lay(ctx: Pick<Ctx, 'attachmentsDir'>, file: string): Attachment {
  const content = read(file);
  const attachment = {
    name: path.basename(file),
    bytes: content.length,
    sha256: hash('sha256', content),
  };
  if (conditionOf(ctx, attachment) === 'whole') return attachment;
  const to = placeOf(ctx, attachment);
  mkdirSync(ctx.attachmentsDir, { recursive: true, mode: 0o700 });
  sweepParts(ctx.attachmentsDir);
  const part = makePart(to);
  try {
    writeFileSync(part, content, { flush: true });
    renameSync(part, to);
  } finally {
    rmSync(part, { force: true });
  }
  return attachment;
}

/** Where the file of an attachment lies. */
export const placeOf = (
  { attachmentsDir }: Pick<Ctx, 'attachmentsDir'>,
  { sha256, name }: Pick<Attachment, 'sha256' | 'name'>,
): string => path.join(attachmentsDir, `${sha256}${path.extname(name).toLowerCase()}`);

function read(file: string): Buffer {
  try {
    const content = readFileSync(file);
    if (content.length <= MOST_BYTES) return content;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw misused(
      'file_unreadable',
      error.code === 'ENOENT'
        ? w('没有这个附件文件。', 'There is no such file to attach.')
        : w(`读不到附件（${error.code}）。`, `The attachment cannot be read (${error.code}).`),
      w('请检查文件名和所在的文件夹。', 'Check its name and its folder.'),
    );
  }
  throw misused(
    'file_too_large',
    w('附件太大（最多 50 MB）。', 'The attachment is too large (50 MB at most).'),
    w(
      '请缩小图片，或只附扫描件的要页。',
      'Make the picture smaller, or attach the pages that matter.',
    ),
  );
}

/** The files that entries of all books hold, each with one of them. */
export const attachmentsHeld = allAttachments;

/** How the file of an attachment lies there. */
export function conditionOf(ctx: Pick<Ctx, 'attachmentsDir'>, attachment: Attachment): Condition {
  const file = placeOf(ctx, attachment);
  if (!existsSync(file)) return 'missing';
  return hash('sha256', readFileSync(file)) === attachment.sha256 ? 'whole' : 'changed';
}
