import { command } from '../cli/command.ts';
import { choice, day, file, flag, period, text } from '../cli/field.ts';
import { printedCard } from '../documents/printed-view.ts';
import { groupBy } from '../lib/group.ts';
import { type Lang, w } from '../lib/words.ts';
import { FORM_NAMES, FORMS, type FormKey } from './catalogue.ts';
import { eject, printForm } from './printing.ts';

const print = command({
  name: 'print',
  about: w('打印单据（A4 网页，用浏览器打印）', 'Print a form (an A4 page for the browser)'),
  fields: {
    form: choice(FORM_NAMES, {
      label: w('单据', 'form'),
      placeholder: 'FORM',
      required: true,
      positional: true,
    }),
    subject: text({
      label: w('编号、房号或楼栋', 'number, unit or building'),
      help: w(takenBehind('zh'), takenBehind('en')),
      placeholder: 'NO',
      positional: true,
    }),
    period: period({ label: w('费用期间（收费通知单）', 'the period, of bills') }),
    until: day({ label: w('请在哪天前交（催缴函）', 'to be paid until, of letters') }),
    out: file({
      label: w('写到这个新文件；默认写到台账目录的 printed', 'to this new file; else into printed'),
    }),
    open: flag({ label: w('在浏览器里打开（仅限终端）', 'open it in the browser, on a terminal') }),
    eject: flag({
      label: w(
        '把内置模板复制到台账目录的 templates，供本处修改',
        'copy the built-in template into templates, for the site to change',
      ),
    }),
  },
  guides: {
    subject: ({ form, eject: only }) => ({
      needed: only === undefined,
      ...(isForm(form) && { of: FORMS[form].of }),
    }),
  },
  needs: ({ eject: only }) => (only === undefined ? ['subject'] : []),
  examples: ['wy print receipt R261122-001', 'wy print --eject receipt'],
  run: (ctx, { form, subject, eject: only, ...asked }, { reveal }) =>
    only ? eject(ctx, form) : printForm(ctx, form, { ...asked, subject: subject ?? '', reveal }),
  opens: ({ file: written }, { open }) => (open ? written : undefined),
  reveals: ({ subjects }) => subjects,
  inBatch: 'notAtomic',
  view: printedCard(FORM_NAMES),
});

/** What stands behind which form, said once for those that take the same. */
function takenBehind(lang: Lang): string {
  const [opens, closes, apart] = { zh: ['（', '）', '；'], en: [' (', ')', '; '] }[lang];
  const byTaken = groupBy(Object.entries(FORMS), ([, { takes }]) => takes[lang]);
  return [...byTaken]
    .map(([takes, forms]) => `${forms.map(([key]) => key).join(' ')}${opens}${takes}${closes}`)
    .join(apart);
}

const isForm = (key = ''): key is FormKey => Object.hasOwn(FORMS, key);

export const commands = [print];
