import { printSheets } from '../../../src/documents/printing.ts';
import { form } from '../../../src/forms/receipt.ts';
import { listReceipts } from '../../../src/receipts/receipts.ts';
import { temporaryPath } from '../../support/session.ts';
import type { Steps } from './step.ts';

export const steps = {
  print: (ctx) => {
    const subject = listReceipts(ctx, {}).at(-1)?.no ?? '';
    const order = { form: 'receipt', out: temporaryPath('receipt.html'), reveal: false };
    printSheets(ctx, order, () => form.sheets(ctx, { subject }));
  },
} satisfies Steps;
