import type { Content, Printing } from '../documents/model.ts';
import { refused, type WyError } from '../lib/errors.ts';
import { maskIdentity } from '../lib/mask.ts';
import { list, same, w } from '../lib/words.ts';
import type { Permit } from '../renovations/model.ts';
import { permitNo } from '../renovations/pass-rules.ts';
import { type RenovationRecord, requireRenovation } from '../renovations/record.ts';
import type { Form } from './form.ts';
import { type PartTyped, partTyped } from './part-rules.ts';
import { row } from './parts.ts';
import { contractorText, permitMarks, refusalOfUnpermitted } from './renovation-rows.ts';

type It = RenovationRecord;

/**
 * 施工人员出入证: a card for each worker, several on a sheet (rule 95): of one number, or of a renovation
 * all that are out.
 */
export const form: Form = {
  sheets: (ctx, { subject }) => {
    const typed = partTyped(subject);
    const it = requireRenovation(ctx, typed.no);
    return passesMeant(it, typed).map((pass) => ({
      subject: permitNo(it.no, pass.part),
      contentOf: (as) => passContent(it, pass, as),
    }));
  },
};

function passesMeant(it: It, { part: wanted }: PartTyped): readonly Permit[] {
  const refusal = refusalOfUnpermitted(it);
  if (refusal) throw refusal;
  const passes = it.permits.filter(({ part }) => part > 0);
  const meant =
    wanted === undefined
      ? passes.filter(({ fate }) => fate === null)
      : passes.filter(({ part }) => part === wanted);
  if (meant.length === 0) throw noPass(it, passes, wanted);
  return meant;
}

function noPass({ no }: It, passes: readonly Permit[], wanted: number | undefined): WyError {
  const known = list(passes.map(({ part }) => same(permitNo(no, part))));
  const words =
    wanted === undefined
      ? w(`${no} 没有在外的施工人员出入证。`, `${no} has no passes out.`)
      : w(
          `${no} 没有施工人员出入证 ${permitNo(no, wanted)}。`,
          `${no} has no pass ${permitNo(no, wanted)}.`,
        );
  return refused(
    'unknown_pass',
    words,
    passes.length === 0
      ? w(
          `发证：wy reno worker add ${no} --name …`,
          `To issue one: wy reno worker add ${no} --name …`,
        )
      : w(`已发的：${known.zh}`, `Those issued: ${known.en}`),
  );
}

function passContent(it: It, pass: Permit, as: Printing): Content {
  const { lang, reveal } = as;
  const { idNo } = pass;
  return {
    layout: 'card',
    title: w('施工人员出入证', "Worker's pass")[lang],
    no: permitNo(it.no, pass.part),
    marks: permitMarks(pass, it, as),
    parts: [
      { kind: 'photo', label: w('照片\n（骑缝盖章）', 'photograph\n(seal across)')[lang] },
      {
        kind: 'rows',
        rows: [
          row('name', w('姓名', 'name'), pass.worker, as),
          row(
            'identity',
            w('证件号', 'identity'),
            idNo === null || reveal ? idNo : maskIdentity(idNo),
            as,
          ),
          row('contractor', w('施工单位', 'firm'), contractorText(it, as), as),
          row('unit', w('施工房号', 'unit'), it.unit, as),
          row('until', w('有效期至', 'until'), pass.untilOn, as),
        ],
      },
    ],
    foot: w(
      '限本人在有效期内凭证出入，随身佩戴，不得转借、留宿；完工或到期交回。',
      'For this person only while it is good; worn, not lent; no overnight stay; given back at the end.',
    )[lang],
  };
}
