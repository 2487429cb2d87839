import type { Content, PaperTable, Printing } from '../documents/model.ts';
import { dayOf } from '../lib/moment.ts';
import { w } from '../lib/words.ts';
import type { Item } from '../moves/model.ts';
import type { MoveFile } from '../moves/record.ts';
import type { Form } from './form.ts';
import { moveInRows, moveMarks, requireMoveIn } from './move-files.ts';

const NAME = w('入住文本签收单', 'list of documents received');

/** 入住文本签收单: what was signed and handed out at a move-in, each signed for (rules 6, 9). */
export const form: Form = {
  sheets: (ctx, { subject }) => {
    const it = requireMoveIn(ctx, subject, NAME);
    const page: Page = { it, forms: ctx.policy.moves.forms };
    return [{ subject: it.no, contentOf: (as) => papersContent(page, as) }];
  },
};

interface Page {
  it: MoveFile;
  /** Codes of what is signed at a move-in. */
  forms: readonly string[];
}

function papersContent({ it, forms }: Page, as: Printing): Content {
  const { lang } = as;
  return {
    title: w('入住文本签收单', 'Documents and goods received')[lang],
    no: it.no,
    marks: moveMarks(it, as),
    parts: [
      { kind: 'rows', rows: moveInRows(it, as) },
      { kind: 'table', table: goodsTable(it, as) },
      { kind: 'table', table: formsTable(it, forms, as) },
      {
        kind: 'signatures',
        labels: [w('签收人', 'Received by'), w('经办人', 'Handed out by')].map(
          (label) => label[lang],
        ),
        seal: w('（物业服务单位盖章）', '(seal)')[lang],
      },
    ],
    foot: w(
      '以上物品和文本已当面点清，数量无误。一式两份，双方各执一份。',
      'All of it was counted together. In two copies, one each.',
    )[lang],
  };
}

const dayText = ({ at }: Item, { zone }: Printing): string => dayOf(at, zone);

/** What was handed out, then what is still to be, with room to write. */
function goodsTable(it: MoveFile, as: Printing): PaperTable {
  const { lang } = as;
  const given = it.items.filter(({ kind }) => kind === 'handout');
  const owed = it.missing.find(({ step }) => step === 'handout')?.codes ?? [];
  return {
    title: w('发放的物品和文本', 'Handed out')[lang],
    columns: [
      { label: w('名称', 'what')[lang] },
      { label: w('数量', 'quantity')[lang], isNumber: true },
      { label: w('说明', 'remarks')[lang] },
      { label: w('签收人', 'received by')[lang] },
      { label: w('签收日期', 'on')[lang], isShort: true },
    ],
    rows: [
      ...given.map((item) => [
        it.nameOf(item.code)[lang],
        String(item.quantity),
        item.detail ?? '',
        item.signedBy ?? '',
        dayText(item, as),
      ]),
      ...owed.map((code) => [it.nameOf(code)[lang], '', '', '', '']),
    ],
  };
}

const SIGNED = w('已签', 'signed');

function formsTable(it: MoveFile, forms: readonly string[], as: Printing): PaperTable {
  const { lang } = as;
  return {
    title: w('签署的文本', 'Signed')[lang],
    columns: [
      { label: w('名称', 'what')[lang] },
      { label: w('签署情况', 'signed')[lang], isShort: true },
      { label: w('签署日期', 'on')[lang], isShort: true },
    ],
    rows: forms.map((code) => {
      const item = it.items.find((each) => each.kind === 'paper' && each.code === code);
      return [it.nameOf(code)[lang], item ? SIGNED[lang] : '', item ? dayText(item, as) : ''];
    }),
  };
}
