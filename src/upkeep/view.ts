import type { Pen } from '../cli/pen.ts';
import { asFlag, asText, asWhole, asWords, type Shape, toJson } from '../cli/shape.ts';
import { card, type View } from '../cli/view.ts';
import { w } from '../lib/words.ts';
import type { Backup } from './backup.ts';
import type { Finding } from './finding.ts';
import type { MadeHome } from './init.ts';
import type { Restored } from './restore.ts';

const findingShape: Shape<Finding> = [
  asText('check', w('检查', 'Check'), (it) => it.check),
  asWords('title', w('项目', 'Title'), (it) => it.title),
  asFlag('ok', w('正常', 'Ok'), (it) => it.ok),
  asWords('detail', w('结果', 'Detail'), (it) => it.detail),
  asWords('advice', w('该做什么', 'What to do'), (it) => it.advice),
];

/** One line a check: a mark, what was looked at, what was found and what to do. */
export const doctorView: View<readonly Finding[]> = {
  json: (findings, as) => findings.map((finding) => toJson(findingShape, finding, as)),
  text: (findings, pen) => {
    const lines = findings.map((it) => [mark(it, pen), pen.say(it.title), told(it, pen)]);
    const failed = findings.filter((it) => !it.ok).length;
    const sum =
      failed === 0
        ? w(`${findings.length} 项检查都正常。`, `All ${findings.length} checks are well.`)
        : w(
            `${findings.length} 项检查中有 ${failed} 项不正常。`,
            `${failed} of ${findings.length} checks failed.`,
          );
    return `${pen.grid(lines)}\n\n${pen.heading(sum)}`;
  },
};

const mark = ({ ok }: Finding, pen: Pen) => (ok ? pen.color.green('✓') : pen.color.red('✗'));

function told({ ok, detail, advice }: Finding, pen: Pen): string {
  const found = pen.say(detail).replace(/[。.]$/, '');
  const shown = ok ? found : pen.color.red(found);
  return advice ? shown + pen.say(w(`。${advice.zh}`, `. ${advice.en}`)) : shown;
}

const headJson = ({ seq, hash }: { seq: number; hash: string }) => ({ seq, hash });

const backupCard = card<Backup>([
  asText('file', w('备份', 'Backup'), (it) => it.file),
  asWhole('bytes', w('字节', 'Bytes'), (it) => it.bytes),
  asWhole('lines', w('日志行', 'Journal lines'), (it) => it.head.seq),
  asText('hash', w('末行', 'Last line'), (it) => it.head.hash),
  asText('removed', w('已删旧备份', 'Removed'), (it) => it.removed.join('\n')),
  asWhole('attachments', w('新拷附件', 'Attachments'), (it) => it.attachments || null),
]);

export const backupView: View<Backup> = {
  json: ({ file, bytes, head, removed, attachments }) => ({
    file,
    bytes,
    head: headJson(head),
    removed: [...removed],
    attachments,
  }),
  text: backupCard.text,
};

const restoreCard = card<Restored>([
  asText('file', w('已恢复', 'Restored'), (it) => it.file),
  asWhole('lines', w('日志行', 'Journal lines'), (it) => it.restored.seq),
  asText('replaced', w('原台账保存在', 'The replaced one'), (it) => it.replaced),
  asWhole('attachments', w('拷回附件', 'Attachments'), (it) => it.attachments || null),
]);

export const restoreView: View<Restored> = {
  json: ({ file, replaced, restored, head, attachments }) => ({
    file,
    replaced,
    restored: headJson(restored),
    head: headJson(head),
    attachments,
  }),
  text: restoreCard.text,
};

/** The folder, and what to type next. */
export const initView: View<MadeHome> = {
  json: ({ home, site, staff, next }) => ({ home, site, staff, next: [...next] }),
  text: ({ home, next }, pen) =>
    [
      pen.heading(w(`新台账：${home}`, `A new ledger: ${home}`)),
      pen.say(w('接下来：', 'Next:')),
      ...next.map((line) => `  ${line}`),
    ].join('\n'),
};
