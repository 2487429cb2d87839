import { chineseDigits } from './chinese-number.ts';
import { misused } from './errors.ts';
import { halfWidth, plainDashes } from './half-width.ts';
import type { Words } from './words.ts';
import { w } from './words.ts';

/**
 * A unit as the ledger names it. `code` is canonical: `3-2-1501`, `3-1501` without an entrance,
 * `S-12` a shop, `B1-023` a parking space, `3-2-B101` an underground room.
 */
export interface UnitCode {
  code: string;
  building: string;
  entrance: string | null;
  room: string;
  /** Digits before the last two; below ground negative; null for shops, parking, short rooms. */
  floor: number | null;
}

type Kind = 'S' | 'P' | undefined;
type Parts = Pick<UnitCode, 'building' | 'entrance' | 'room'>;

const SHOP = /-?(?:商铺|店铺|门面|铺位)-?/;
const PARKING = /-?(?:地下)?(?:停车位|车位|停车场|车库)-?/;

// 3栋, 3幢, 3座, 3号楼, 3#楼, 3#, 3号: each may be followed by a hyphen, or the hyphen stands alone.
const UNIT =
  /^(?<building>\d+[A-Z]?|[A-Z]{1,2}\d*)(?:(?:栋|幢|座|号楼|(?<hash>#)楼?|号)-?|-)(?:(?<entrance>\d+|[A-Z]\d?)(?:(?:单元|门)-?|-|(?<hash2>#)-?))?(?<room>\d+[A-Z]{0,2}|[A-Z]{1,2}\d+[A-Z]?)(?:号房|号|室|房|户)?$/;

const BASEMENT = /^(?<building>B\d+)$/;
const BUILDING = /^(?<building>\d+[A-Z]?|[A-Z]{1,2}\d*)(?:栋|幢|座|号楼|#楼?|号|楼)?$/;

/** A number alone is enough where the word before it says shop or parking space. */
const LONE = /^(?<room>[A-Z]?\d+[A-Z]?)[号#]?$/;
/** S12 and P23 written without the hyphen. */
const JOINED = /^(?<building>[SP])(?<room>\d+)号?$/;

const BUILDING_DIGITS = 3;
const ENTRANCE_DIGITS = 2;
const ROOM_DIGITS = 5;

const HINT = w(
  '写成 楼栋-单元-房间，如 3-2-1501；没有单元 3-1501，商铺 S-12，车位 B1-023，地下室 3-2-B101',
  'write building-entrance-room as in 3-2-1501; 3-1501 without an entrance, S-12 a shop, B1-023 a parking space, 3-2-B101 below ground',
);

/**
 * Reads a unit as people write it: 3-2-1501, 3栋2单元1501室, 3#2-1501, 三栋二单元1501, 003-02-1501,
 * 商铺12, 车位B1-023, full-width or spaced. Throws `bad_unit_code`.
 */
export function parseUnitCode(text: string): UnitCode {
  const unit = tryUnitCode(text);
  if (unit === undefined) throw misused('bad_unit_code', complaintAbout(text), HINT);
  return unit;
}

/** As `parseUnitCode`, but undefined where that throws. */
export function tryUnitCode(text: string): UnitCode | undefined {
  const plain = normalize(text);
  const kind: Kind = SHOP.test(plain) ? 'S' : PARKING.test(plain) ? 'P' : undefined;
  const parts = partsOf(kind ? withoutKind(plain, kind) : plain, kind);
  return parts && withinLimits(parts) ? unitOf(parts) : undefined;
}

/**
 * Reads a building as people write it: 3, 3栋, 三幢, 3号楼, 3#, Ａ座, 商铺 (S), 车位 (P), 地下1层 (B1). Throws
 * `bad_building`.
 */
export function parseBuilding(text: string): string {
  const plain = normalize(text).replace(/-$/, '');
  const kind: Kind = SHOP.test(plain) ? 'S' : PARKING.test(plain) ? 'P' : undefined;
  const rest = kind ? withoutKind(plain, kind) : plain;
  if (kind && rest === '') return kind;
  const shape = kind ? BASEMENT : BUILDING;
  const building = withoutZeros(shape.exec(rest)?.groups?.building ?? '');
  if (building !== '' && digitsOf(building) <= BUILDING_DIGITS) return building;
  throw misused(
    'bad_building',
    w('认不出这个楼栋。', 'This is not a building.'),
    w('写成 3、3栋、3号楼 或 A座，如房号 3-2-1501 的 3', 'Write 3 or A, as the 3 of 3-2-1501'),
  );
}

/**
 * A text whose plain order (`<`, SQLite BINARY) is the natural order of units: 3-2-1501 before
 * 10-1-101, houses without an entrance first, numbers before letters; equal only for equal codes.
 */
export function unitSortKey(unit: UnitCode): string {
  const padded = [unit.building, unit.entrance ?? '', unit.room].map(padNumbers).join('-');
  // B1-23 and B1-023 are two codes: the one with zeros goes behind.
  return /(?:^|\D)0\d/.test(unit.room) ? `${padded}-${unit.room}` : padded;
}

/** Upper case, half-width, arabic; a gap between two numbers is read as a hyphen. */
function normalize(text: string): string {
  return chineseDigits(plainDashes(halfWidth(text)).trim().toUpperCase())
    .replace(/(?<=[0-9A-Z])\s+(?=[0-9A-Z])/g, '-')
    .replace(/\s+/g, '')
    .replace(/(?:负|地下)(\d)[层楼]-?/, 'B$1-')
    .replace(/^B(\d)[层楼]-?/, 'B$1-')
    .replace(/负(?=\d)/, 'B');
}

function withoutKind(plain: string, kind: 'S' | 'P'): string {
  return plain.replace(kind === 'S' ? SHOP : PARKING, '-').replace(/^-|-$/g, '');
}

function partsOf(plain: string, kind: Kind): Parts | undefined {
  const joined = JOINED.exec(plain)?.groups;
  if (joined) return { building: joined.building ?? '', entrance: null, room: joined.room ?? '' };

  const lone = kind && LONE.exec(plain)?.groups;
  if (lone) return { building: kind, entrance: null, room: lone.room ?? '' };

  const unit = UNIT.exec(plain)?.groups;
  if (!unit || (unit.hash2 && !unit.hash)) return undefined;
  const { building = '', room = '' } = unit;
  const inBuilding = kind && /^\d/.test(building) && /^\d+$/.test(room);
  return { building, entrance: unit.entrance ?? null, room: inBuilding ? kind + room : room };
}

function withinLimits({ building, entrance, room }: Parts): boolean {
  return (
    digitsOf(withoutZeros(building)) <= BUILDING_DIGITS &&
    digitsOf(withoutZeros(entrance ?? '')) <= ENTRANCE_DIGITS &&
    digitsOf(room) <= ROOM_DIGITS
  );
}

function unitOf(parts: Parts): UnitCode {
  const building = withoutZeros(parts.building);
  const entrance = parts.entrance === null ? null : withoutZeros(parts.entrance);
  const numbered = /^\d/.test(building) && /^\d+$/.test(parts.room);
  const room = numbered ? withoutZeros(parts.room) : parts.room;
  const code = [building, entrance, room].filter((part) => part !== null).join('-');
  return { code, building, entrance, room, floor: floorOf(building, entrance, room) };
}

function floorOf(building: string, entrance: string | null, room: string): number | null {
  if (entrance === null && /^(?:[SP]|B\d)/.test(building)) return null;
  const match = /^(B?)(\d+)\d\d[A-Z]*$/.exec(room);
  const floor = Number(match?.[2] ?? 0);
  if (floor === 0) return null;
  return match?.[1] ? -floor : floor;
}

function complaintAbout(text: string): Words {
  const plain = normalize(text);
  if (plain === '') return w('房号是空的', 'the unit code is empty');
  const forbidden = /[?&]/.exec(plain)?.[0];
  if (forbidden) {
    return w(`房号里不能有“${forbidden}”`, `a unit code cannot contain "${forbidden}"`);
  }
  if (plain.split('-').length > 3) {
    return w('房号最多三段', 'a unit code has three parts at most');
  }
  return w('认不出这个房号', 'this is not a unit code');
}

const withoutZeros = (part: string) => part.replace(/(^|\D)0+(?=\d)/g, '$1');

const digitsOf = (part: string) => part.replace(/\D/g, '').length;

const padNumbers = (part: string) =>
  part.replace(/\d+/g, (digits) => digits.replace(/^0+(?=\d)/, '').padStart(ROOM_DIGITS, '0'));
