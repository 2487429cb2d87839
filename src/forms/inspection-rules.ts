import { type Words, w } from '../lib/words.ts';

/** A part of the house, and what is looked at there, one after the other (rule 10). */
interface Room {
  room: Words;
  items: Words;
}

const SURFACES = w('墙面、地面、顶棚、门窗', 'walls, floor, ceiling, doors and windows');

export const ROOMS: readonly Room[] = [
  {
    room: w('入户门', 'Entrance'),
    items: w('门扇、门锁、猫眼、对讲', 'door, lock, peephole, intercom'),
  },
  {
    room: w('客厅、餐厅', 'Living room'),
    items: w(`${SURFACES.zh}、插座开关`, `${SURFACES.en}, sockets and switches`),
  },
  {
    room: w('卧室', 'Bedrooms'),
    items: w(`${SURFACES.zh}、插座开关`, `${SURFACES.en}, sockets and switches`),
  },
  {
    room: w('厨房', 'Kitchen'),
    items: w(
      '墙地面、防水、给排水、地漏、燃气、烟道',
      'walls and floor, waterproofing, water, drains, gas, flue',
    ),
  },
  {
    room: w('卫生间', 'Bathrooms'),
    items: w(
      '墙地面、防水（蓄水试验）、给排水、地漏、洁具、排气',
      'walls and floor, waterproofing (water test), water, drains, fittings, vent',
    ),
  },
  {
    room: w('阳台', 'Balcony'),
    items: w('地面、栏杆、门窗、地漏', 'floor, railing, doors and windows, drains'),
  },
  {
    room: w('水电', 'Water and power'),
    items: w(
      '水压、配电箱、漏电保护、弱电箱、照明',
      'pressure, distribution box, breaker, data box, lights',
    ),
  },
  {
    room: w('供暖、设备平台', 'Heating'),
    items: w('管道、散热器、空调位', 'pipes, radiators, place of the air conditioner'),
  },
];
