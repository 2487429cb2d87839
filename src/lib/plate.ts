import { misused } from './errors.ts';
import { w } from './words.ts';

/** Cars of seven signs and electric ones of eight, motorcycles; bicycles carry what their city gives them. */
const PLATE = /^[\p{Script=Han}]?[A-Z0-9]{4,12}[\p{Script=Han}]?$/u;

/** A number plate as it is stored: `鲁A12345`; refuses what is none (`bad_plate`). */
export function parsePlate(text: string): string {
  const plate = text
    .normalize('NFKC')
    .replace(/[\s·•.・-]/g, '')
    .toUpperCase();
  if (PLATE.test(plate)) return plate;
  throw misused(
    'bad_plate',
    w('这不是车牌号。', 'This is not a number plate.'),
    w(
      '如：鲁A12345、鲁AD12345；自行车写牌照上的编号。',
      'As in: 鲁A12345; of a bicycle the number on its plate.',
    ),
  );
}
