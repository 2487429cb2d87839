import type { Ctx } from '../context.ts';
import type { Printed } from '../documents/model.ts';
import { printSheets } from '../documents/printing.ts';
import { ejectTemplate } from '../documents/templates.ts';
import { FORMS, type FormKey } from './catalogue.ts';
import type { Asked } from './form.ts';

interface Wanted extends Asked {
  out?: string | undefined;
  reveal: boolean;
}

/** Prints a form; see `printSheets`. */
export async function printForm(
  ctx: Ctx,
  key: FormKey,
  { out, reveal, ...asked }: Wanted,
): Promise<Printed> {
  const { form } = await FORMS[key].load();
  return printSheets(ctx, { form: key, ...form.prints, out, reveal }, () =>
    form.sheets(ctx, asked),
  );
}

/** Copies the built-in template of a form into the home, for the site to change. */
export async function eject(ctx: Ctx, key: FormKey): Promise<Printed> {
  const { form } = await FORMS[key].load();
  const { file } = ejectTemplate(ctx, form.prints?.form ?? key);
  return { form: key, file, no: null, subjects: [], sheets: 0, copy: 0 };
}
