import { writeNewFile } from '../ledger/new-file.ts';
import { misused } from '../lib/errors.ts';
import { w } from '../lib/words.ts';

/** A report as a file or a text, piece by piece. */
export type Chunks = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;

/** Which a text on the screen or in a pipe has no use for. */
const BOM = /^\ufeff/;

/** Into a new file (`file_exists`); without one as text, which a workbook is not (`needs_file`). */
export async function writeOut(
  chunks: Chunks,
  { out, isText }: { out: string | undefined; isText: boolean },
): Promise<{ file: string | null; text: string | null }> {
  if (out !== undefined) {
    await writeNewFile(out, chunks);
    return { file: out, text: null };
  }
  if (!isText) throw needsFile();
  let text = '';
  for await (const chunk of chunks) text += String(chunk);
  return { file: null, text: text.replace(BOM, '') };
}

const needsFile = () =>
  misused(
    'needs_file',
    w('工作簿要写成文件。', 'A workbook is written to a file.'),
    w('请加上 --out 月报.xlsx', 'Add --out report.xlsx'),
  );
