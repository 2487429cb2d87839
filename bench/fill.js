import Database from 'better-sqlite3';

const DAY_MS = 86_400_000;

/** What a busy estate has in hand at one time. */
const OPEN = 60;
const moment = (ms) => `${new Date(ms).toISOString().slice(0, 19)}Z`;

/**
 * Fills a ledger with tickets as years of desk work leave them: almost all closed, their deadlines
 * met; the newest still open. Straight SQL: only the reading is measured.
 */
export function fillTickets(file, count) {
  const db = new Database(file);
  const ticket = db.prepare(
    `INSERT INTO tickets (no, place, item, category, urgent, charge, state, opened_at, opened_by, finished_at,
       work, closed_at, signed_by, satisfied)
     VALUES (?, '3栋大堂', '大堂灯不亮', 'general', 0, 'free', ?, ?, 1, ?, ?, ?, ?, ?)`,
  );
  const deadline = db.prepare(
    `INSERT INTO deadlines (subject, kind, role, since_at, due_at, clause, limit_text, ending, ended_at)
     VALUES (?, ?, 'engineering', ?, ?, 'tickets.finish', '0d', ?, ?)`,
  );
  const start = Date.parse('2024-01-01T01:00:00Z');
  db.transaction(() => {
    for (let at = 0; at < count; at += 1) {
      const opened = start + Math.floor((at / count) * 1000) * DAY_MS;
      const day = moment(opened).slice(2, 10).replaceAll('-', '');
      const no = `T${day}-${String(at % 1000).padStart(3, '0')}${at}`;
      const open = at >= count - OPEN;
      const done = moment(opened + 3_600_000);
      const ended = open ? [null, null, null, null, null] : [done, '更换灯管', done, '王芳', 1];
      ticket.run(no, open ? 'open' : 'closed', moment(opened), ...ended);
      for (const kind of ['ticket.finish', 'ticket.slip', 'ticket.callback']) {
        const ending = open ? [null, null] : ['met', done];
        if (!open || kind === 'ticket.finish') {
          deadline.run(no, kind, moment(opened), moment(opened + DAY_MS), ...ending);
        }
      }
    }
  })();
  db.close();
}

const SURNAMES = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗'];
const GIVEN = [
  '伟',
  '芳',
  '娜',
  '敏',
  '静',
  '丽',
  '强',
  '磊',
  '军',
  '洋',
  '勇',
  '艳',
  '杰',
  '娟',
  '涛',
];

const nameOf = (at) =>
  SURNAMES[at % 20] + GIVEN[Math.floor(at / 20) % 15] + GIVEN[Math.floor(at / 300) % 15];

/** Spreadsheets of an estate of invented people. */
export function estateCsv(residents) {
  const units = Math.ceil(residents / 3);
  const codes = Array.from(
    { length: units },
    (_, at) =>
      `${1 + Math.floor(at / 400)}-${1 + (Math.floor(at / 100) % 4)}-${1 + Math.floor((at % 100) / 4)}0${1 + (at % 4)}`,
  );
  const unitRows = codes.map((code) => `${code},89.53,住宅,2023-06-30`);
  const residentRows = Array.from({ length: residents }, (_, at) => {
    const phone = `139${String(10_000_000 + at).slice(0, 8)}`;
    const role = ['业主', '家庭成员', '租户'][at % 3];
    return `${codes[Math.floor(at / 3)]},${nameOf(at)},${phone},${role},2023-07-01`;
  });
  return {
    units: ['房号,建筑面积,房屋类型,交房日期', ...unitRows].join('\n'),
    residents: ['房号,姓名,手机号,身份,入住日期', ...residentRows].join('\n'),
  };
}

/** Flats with neither people nor fees, 400 to a building. */
export function fillUnits(db, count) {
  db.prepare(
    `INSERT INTO units (id, code, building, entrance, room, floor, sort_key, area_thousandths,
    use, handover_on)
  WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ?)
  SELECT i + 1, printf('%d-1-%d', i / 400 + 1, i % 400 + 101), i / 400 + 1, '1', i % 400 + 101, 1,
    printf('%09d', i), 89530, 'residential', '2020-06-30' FROM n`,
  ).run(count);
}
