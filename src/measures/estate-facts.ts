import { same, type Words, w } from '../lib/words.ts';
import { IS_HOME, isHousehold, isLivedIn } from '../registry/households.ts';
import { USES } from '../registry/model.ts';
import type { Facts } from './facts-model.ts';

const USE_NAMES: Readonly<Record<string, Words>> = USES;

/**
 * The estate on the last day (facts of a monthly report: area, households, occupancy). Households are
 * those to which rates refer, as surveys and samples count them.
 */
export const estate: Facts = {
  key: 'estate',
  name: w('小区', 'Estate'),
  select: `SELECT NULL AS no, NULL AS at, u.code AS unit, u.use AS what, NULL AS amountFen,
      u.building, u.area_thousandths, ${IS_HOME} AS is_home,
      u.handover_on <= @endOn OR (u.handover_on IS NULL AND ${isLivedIn('@endOn')}) AS is_handed_over,
      ${isHousehold('@endOn')} AS is_household, ${isLivedIn('@endOn', 'tenant')} AS has_tenant
    FROM units AS u`,
  figures: {
    units: {
      label: w('总户数', 'units'),
      definition: w('全部房屋，不含车位、储藏室', 'all units, without parking and storage'),
      where: 'is_home',
    },
    area: {
      label: w('建筑面积', 'floor area'),
      definition: w('这些房屋的建筑面积合计', 'the floor area of these units'),
      where: 'is_home',
      sum: { of: 'area_thousandths', unit: 'area' },
    },
    handedOver: {
      label: w('已交付户数', 'handed over'),
      definition: w(
        '期末当天已交付的房屋；交付日不详的，有人居住即算',
        'units handed over by the last day; where the day is unknown, those lived in',
      ),
      where: 'is_home AND is_handed_over',
    },
    households: {
      label: w('入住户数', 'households'),
      definition: w(
        '期末当天有人居住的房屋，不含车位、储藏室',
        'units where somebody lives on the last day, without parking and storage',
      ),
      where: 'is_household',
    },
    let: {
      label: w('出租户数', 'let'),
      definition: w('入住户中期末当天有租户的', 'of the households, those with a tenant that day'),
      where: 'is_household AND has_tenant',
    },
    spaces: {
      label: w('车位、储藏室', 'parking and storage'),
      definition: w('车位和储藏室的数量', 'parking spaces and storage rooms'),
      where: 'NOT is_home',
    },
  },
  whatOf: (_, use) => USE_NAMES[use] ?? same(use),
  groupings: { building: { label: w('楼栋', 'Building'), by: 'building' } },
};
