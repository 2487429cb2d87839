import type { Day } from '../lib/day.ts';
import { addDays, tryDay } from '../lib/day.ts';
import { misused } from '../lib/errors.ts';
import { w } from '../lib/words.ts';

/** Day 0 of Excel's calendar, right for every day from 1900-03-01 (it knows a 1900-02-29). */
const EXCEL_EPOCH: Day = '1899-12-30';
const SERIAL = /^\d{5}(?:\.\d+)?$/;
const FIRST_SERIAL_DAY: Day = '1950-01-01';
const YEARS_AHEAD = 30;
const TIME_OF_DAY = /[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?$/;

/**
 * A day of an imported file: 2026-11-22, 2026/11/22, 2026年11月22日, 20261122, a time behind it is
 * dropped, or Excel's serial number (45231) between 1950 and 30 years after today. Words such as
 * 明天 and days without a year are refused (`bad_import_day`): a file has no today.
 */
export function parseImportDay(text: string, today: Day): Day {
  const day = SERIAL.test(text)
    ? dayOfSerial(Number(text), today)
    : tryDay(text.replace(TIME_OF_DAY, ''));
  if (day !== undefined) return day;
  throw misused(
    'bad_import_day',
    w(
      '日期看不懂，或没有这一天，请写成 2026-11-22',
      'not readable as a day, or no such day: write 2026-11-22',
    ),
  );
}

function dayOfSerial(serial: number, today: Day): Day | undefined {
  const day = addDays(EXCEL_EPOCH, Math.floor(serial));
  const last = `${Number(today.slice(0, 4)) + YEARS_AHEAD}-12-31`;
  return FIRST_SERIAL_DAY <= day && day <= last ? day : undefined;
}
