import { misused } from '../lib/errors.ts';
import { parseUnitCode } from '../lib/unit-code.ts';
import { w } from '../lib/words.ts';
import type { Column, RowContext } from './columns.ts';

/**
 * The unit of a row as offices write it: whole in one column, or in three. Where a 房号 column stands
 * beside building and entrance it holds the room alone.
 */
export const unitColumns = {
  unit: {
    label: w('房号', 'Unit'),
    names: [
      '房号',
      '房间号',
      '户号',
      '单元房号',
      '房屋编号',
      '房屋编码',
      '房产编号',
      '楼栋房号',
      '房屋',
      '房间',
      '室号',
      'Unit',
      'Unit No',
      'Unit Code',
      'Code',
      'Room No',
    ],
    required: true,
    dependsOn: ['building', 'entrance'],
    parse: (text: string, row: RowContext) =>
      parseUnitCode(row.text('building') === '' || isWhole(text) ? text : joined(row, text)).code,
  },
  building: {
    label: w('楼号', 'Building'),
    names: [
      '楼号',
      '楼栋',
      '栋号',
      '楼栋号',
      '幢号',
      '楼宇',
      '栋',
      '楼',
      'Building',
      'Block',
      'Tower',
    ],
    parse: (text: string) => text,
  },
  entrance: {
    label: w('单元', 'Entrance'),
    names: ['单元', '单元号', 'Entrance', 'Stair'],
    parse: (text: string) => text,
  },
} satisfies Record<string, Column<string>>;

const isWhole = (text: string) => /\d\s*[-–—#栋幢座]\s*\d/.test(text);

function joined(row: RowContext, room: string): string {
  const building = row.text('building').replace(/(?:号楼|栋|幢|座|楼)$/, '');
  const entrance = row.text('entrance').replace(/单元$/, '');
  return [building, entrance, room.replace(/[室号]$/, '')].filter((part) => part !== '').join('-');
}

/** A choice nobody knows: which texts the column takes. */
export function unknownChoice(accepted: string) {
  return (): never => {
    throw misused('unknown_choice', w(`可填：${accepted}`, `Use one of: ${accepted}`));
  };
}
