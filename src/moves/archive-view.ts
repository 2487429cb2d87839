import {
  asChoices,
  asRate,
  asRecords,
  asText,
  asWhole,
  asWords,
  type Shape,
  toJson,
} from '../cli/shape.ts';
import { table, type View } from '../cli/view.ts';
import { w } from '../lib/words.ts';
import type { Archive, Lacking } from './check.ts';
import { LACKS } from './model.ts';

const lackingShape: Shape<Lacking> = [
  asText('unit', w('房号', 'Unit'), (it) => it.unit),
  asChoices('lacks', w('缺什么', 'Lacks'), (it) => it.lacks, LACKS),
  asText('file', w('在办资料', 'Open file'), (it) => it.file, { cardOnly: true }),
  asText('next', w('办理', 'Next'), (it) => it.next),
];

const lackingTable = table(lackingShape, { none: w('没有。', 'None.') });

const archiveShape: Shape<Archive> = [
  asRate('rate', w('档案齐全率', 'Complete archives'), (it) => it.rate),
  asWhole('leftOut', w('未计房屋', 'Units left out'), (it) => it.leftOut),
  asWords('definition', w('口径', 'Definition'), (it) => it.definition),
  asRecords(
    'lacking',
    w('不齐全', 'Incomplete'),
    (it) => it.lacking,
    lackingShape,
    (it) => it.unit,
  ),
];

/** The figure with what it means, and the households that lack something. */
export const archiveView: View<Archive> = {
  json: (archive, as) => toJson(archiveShape, archive, as),
  text: (archive, pen) =>
    [
      pen.card(
        archiveShape.filter(({ key }) => key !== 'lacking'),
        archive,
      ),
      ...(archive.lacking.length > 0 ? [lackingTable.text(archive.lacking, pen)] : []),
    ].join('\n\n'),
};
