import type { Day } from '../lib/day.ts';
import { daysBetween } from '../lib/day.ts';
import { refused, type WyError } from '../lib/errors.ts';
import { list, plural, same, w } from '../lib/words.ts';
import type { Permit, Renovation } from '../renovations/model.ts';
import { partOfPass, permitNo } from '../renovations/pass-rules.ts';

type Works = Pick<Renovation, 'no' | 'untilOn' | 'permits'>;

/** Who is to get a pass. */
export interface Applying {
  name: string;
  idNo: string | null;
  photos: number;
  untilOn: Day;
}

/** Without the household's permit. */
export const passesOf = ({ permits }: Pick<Works, 'permits'>): Permit[] =>
  permits.filter(({ part }) => part > 0);

/** Those that are out and end before a day. */
export const endingBefore = (it: Pick<Works, 'permits'>, day: Day): Permit[] =>
  passesOf(it).filter(({ fate, untilOn }) => fate === null && untilOn < day);

/** Passes are numbered as they are issued; no number comes back. */
export const nextPart = ({ permits }: Pick<Works, 'permits'>): number =>
  Math.max(0, ...permits.map(({ part }) => part)) + 1;

/** Why this pass cannot be issued today, if so (rule 95). */
export function refusalOfPass(
  it: Works,
  made: Applying,
  { today, photos }: { today: Day; photos: number },
): WyError | undefined {
  if (made.photos < photos) return photosMissing(photos);
  return refusalOfUntil(it, made.untilOn, today) ?? refusalOfTwin(it, made, today);
}

/** A pass is good for no day that has passed, and for none after the period of the works. */
export function refusalOfUntil(
  { no, untilOn }: Pick<Works, 'no' | 'untilOn'>,
  until: Day,
  today: Day,
): WyError | undefined {
  const extend = w(
    `先延期：wy reno extend ${no} --until … --reason "…" --approved-by …`,
    `Extend the works first: wy reno extend ${no} --until … --reason "…" --approved-by …`,
  );
  if (untilOn < today) {
    return refused(
      'period_over',
      w(`${no} 的施工期到 ${untilOn} 已满。`, `The period of ${no} ended on ${untilOn}.`),
      extend,
    );
  }
  if (until > untilOn) {
    return refused(
      'beyond_period',
      w(
        `出入证的有效期不得超过施工期：${no} 到 ${untilOn}。`,
        `A pass is good until the end of the works at the latest: ${untilOn} of ${no}.`,
      ),
      extend,
    );
  }
  if (until >= today) return undefined;
  return refused(
    'until_past',
    w(
      `${until} 已经过去，不能作有效期。`,
      `${until} has passed; no pass can be made good until then.`,
    ),
    w(
      '请改 --until；补录以前办的请加 --at。',
      'Change --until; to record what was done then, add --at.',
    ),
  );
}

/** The same person: by the number of the paper, or by the name where no two papers tell otherwise. */
function refusalOfTwin({ no, permits }: Works, made: Applying, today: Day): WyError | undefined {
  const twin = passesOf({ permits })
    .filter(({ fate }) => fate === null)
    .find(({ idNo, worker, untilOn }) => {
      if (idNo !== null && made.idNo !== null) return idNo === made.idNo;
      return worker === made.name && untilOn >= today;
    });
  if (!twin) return undefined;
  const pass = permitNo(no, twin.part);
  return refused(
    'worker_known',
    w(`这个人已有出入证 ${pass}。`, `This person has a pass already: ${pass}.`),
    w(
      `续期：wy reno worker renew ${no} ${twin.part} --until …；遗失的先登记：wy reno permits ${no} --lost ${twin.part}；同名的另一个人请写 --id-no。`,
      `To renew it: wy reno worker renew ${no} ${twin.part} --until …; a lost one is recorded first: wy reno permits ${no} --lost ${twin.part}; of another person by the same name give --id-no.`,
    ),
  );
}

const photosMissing = (photos: number) =>
  refused(
    'photos_missing',
    w(
      `每名施工人员须交 ${photos} 张照片。`,
      `Each worker hands in ${plural(photos, 'photograph')}.`,
    ),
    w(`收齐后写 --photos ${photos}`, `When they are there: --photos ${photos}`),
  );

/** The pass that is typed by its number, or by the end of it; refuses one that is not out. */
export function passTyped({ no, permits }: Works, typed: string): Permit | WyError {
  const part = partOfPass(no, typed);
  const passes = passesOf({ permits });
  const found = passes.find((each) => each.part === part);
  if (!found) {
    const known = list(passes.map(({ part }) => same(permitNo(no, part))));
    return refused(
      'unknown_pass',
      w(`${no} 没有出入证“${typed}”。`, `${no} has no pass "${typed}".`),
      known.zh === ''
        ? w(
            `发证：wy reno worker add ${no} --name …`,
            `To issue one: wy reno worker add ${no} --name …`,
          )
        : w(`已发的：${known.zh}`, `Those issued: ${known.en}`),
    );
  }
  if (found.fate === null) return found;
  const pass = permitNo(no, found.part);
  return refused(
    'pass_not_out',
    found.fate === 'lost'
      ? w(`出入证 ${pass} 已登记遗失。`, `Pass ${pass} is recorded as lost.`)
      : w(`出入证 ${pass} 已经交回。`, `Pass ${pass} has been returned.`),
    w(
      `另发一张：wy reno worker add ${no} --name …`,
      `Issue another: wy reno worker add ${no} --name …`,
    ),
  );
}

/** A pass is renewed for longer. */
export function refusalOfRenewal(
  { no }: Pick<Works, 'no'>,
  { part, untilOn }: Permit,
  until: Day,
): WyError | undefined {
  if (until > untilOn) return undefined;
  const pass = permitNo(no, part);
  return refused(
    'not_later',
    w(
      `出入证 ${pass} 现在的有效期是 ${untilOn}，续期要比它晚。`,
      `Pass ${pass} is good until ${untilOn}; a new last day is later than that.`,
    ),
    w('请改 --until。', 'Change --until.'),
  );
}

/** From how many days before its last one a pass is marked. */
const SOON = 3;

/** The days a pass is still good for beyond this one; negative once it has expired. */
export const daysLeft = ({ untilOn }: Pick<Permit, 'untilOn'>, on: Day): number =>
  daysBetween(on, untilOn);

/** Whether it runs out in these days, and is good still. */
export const runsOut = (left: number): boolean => left >= 0 && left <= SOON;
