import type { Rendering, Shape } from '../cli/shape.ts';
import {
  asArea,
  asChoice,
  asChoices,
  asDay,
  asFlag,
  asIdentity,
  asPhone,
  asRecords,
  asText,
  asWhole,
} from '../cli/shape.ts';
import { card, table } from '../cli/view.ts';
import { w } from '../lib/words.ts';
import { ROLE_TITLES } from '../policy/roles.ts';
import type { Resident, Staff, Unit } from './model.ts';
import { RESIDENT_ROLES, USES } from './model.ts';
import { birthdayOf } from './rules.ts';

const staffShape: Shape<Staff> = [
  asWhole('id', w('编号', 'Id'), (it) => it.id),
  asText('name', w('姓名', 'Name'), (it) => it.name),
  asChoices('roles', w('岗位', 'Roles'), (it) => it.roles, ROLE_TITLES),
  asPhone('phone', w('电话', 'Phone'), (it) => it.phone),
  asDay('retired', w('离职', 'Retired'), (it) => it.retiredOn),
];

const unitShape: Shape<Unit> = [
  asText('code', w('房号', 'Code'), (it) => it.code),
  asText('building', w('楼栋', 'Building'), (it) => it.building, { cardOnly: true }),
  asText('entrance', w('单元', 'Entrance'), (it) => it.entrance, { cardOnly: true }),
  asText('room', w('房间', 'Room'), (it) => it.room, { cardOnly: true }),
  asWhole('floor', w('楼层', 'Floor'), (it) => it.floor, { cardOnly: true }),
  asArea('area', w('面积㎡', 'Area m²'), (it) => it.areaThousandths),
  asChoice('use', w('用途', 'Use'), (it) => it.use, USES),
  asDay('handover', w('交房', 'Handover'), (it) => it.handoverOn),
];

const residentShape: Shape<Resident> = [
  asWhole('id', w('编号', 'Id'), (it) => it.id),
  asText('unit', w('房号', 'Unit'), (it) => it.unit),
  asText('name', w('姓名', 'Name'), (it) => it.name),
  asPhone('phone', w('电话', 'Phone'), (it) => it.phone),
  asChoice('role', w('身份', 'Role'), (it) => it.role, RESIDENT_ROLES),
  asIdentity('idNo', w('证件号', 'Identity no.'), (it) => it.identity, { cardOnly: true }),
  asFlag('greet', w('同意祝贺', 'To be greeted'), (it) => it.greet, { cardOnly: true }),
  asText('birthday', w('生日', 'Birthday'), birthdayOf, { cardOnly: true }),
  asDay('greetedOn', w('上次祝贺', 'Last greeted'), (it) => it.greetedOn, { cardOnly: true }),
  asDay('from', w('自', 'From'), (it) => it.fromOn),
  asDay('until', w('至', 'Until'), (it) => it.untilOn),
];

/** A unit with those who live there now. */
export interface UnitPage extends Unit {
  residents: readonly Resident[];
}

/** A resident with all units and periods of the same person. */
export interface ResidentPage extends Resident {
  stays: readonly Resident[];
}

/** As the journal names one. */
export const residentName = ({ id }: Resident): string => `resident ${id}`;

const period = (it: Resident) => `${it.fromOn ?? '…'} – ${it.untilOn ?? '…'}`;

const inUnit = (it: Resident, as: Rendering) =>
  `${it.id}  ${it.name}  ${RESIDENT_ROLES[it.role][as.lang]}  ${period(it)}`;

const ofPerson = (it: Resident, as: Rendering) =>
  `${it.unit}  ${RESIDENT_ROLES[it.role][as.lang]}  ${period(it)}`;

export const staffCard = card(staffShape);
export const staffTable = table(staffShape, {
  none: w('还没有员工。', 'No staff yet.'),
});

export const unitCard = card(unitShape);
export const unitPage = card<UnitPage>([
  ...unitShape,
  asRecords('residents', w('住户', 'Residents'), (it) => it.residents, residentShape, inUnit),
]);
export const unitTable = table(unitShape, {
  none: w('没有房屋。导入：wy import units 文件', 'No units. Import them: wy import units FILE'),
});

export const residentCard = card(residentShape);
export const residentPage = card<ResidentPage>([
  ...residentShape,
  asRecords('stays', w('居住记录', 'Stays'), (it) => it.stays, residentShape, ofPerson),
]);
export const residentTable = table(residentShape, {
  none: w('没有找到住户。', 'No residents found.'),
});
