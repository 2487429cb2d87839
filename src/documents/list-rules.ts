import { scaledText } from '../lib/decimal.ts';
import { yuanText } from '../lib/money.ts';
import type { Cell } from './model.ts';

/** What a spreadsheet would run as a formula. */
export const FORMULA = /^[=+\-@\uff1d\uff0b\uff0d\uff20\t\r\n]/;

/** A cell as text; an empty one is ''. */
export function cellText(cell: Cell | undefined): string {
  switch (cell?.is) {
    case undefined:
      return '';
    case 'text':
    case 'clock':
      return cell.text;
    case 'number':
      return cell.digits === 2
        ? yuanText(cell.value)
        : scaledText(cell.value, cell.digits, { trim: true });
    case 'day':
      return cell.day;
  }
}
