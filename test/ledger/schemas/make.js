// Writes the ledger that upgrade.test.ts brings up to date: a small one with a row in every table, as
// the wy of this checkout makes it. Run once for every new schema, before it is released:
//   node test/ledger/schemas/make.js > test/ledger/schemas/005.sql
// A dump that has been committed is never made again.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import Database from 'better-sqlite3';

const WY = resolve(import.meta.dirname, '../../../bin/wy.js');

const COMMANDS = [
  'staff add 李强 --role engineering --phone 13800000001',
  'unit add 3-2-1501 --area 89.53 --handover 2024-06-30',
  'unit add 商铺12 --area 45 --use shop',
  'resident add --unit 3-2-1501 --name 张伟 --phone 13800000002 --role owner --from 2024-07-01',
  'ticket open --unit 3-2-1501 --item 厨房水管漏水 --category leak --at "2026-11-20 09:00"',
  'ticket assign T261120-001 --to 李强 --at "2026-11-20 09:10"',
  'ticket arrive T261120-001 --at "2026-11-20 09:40"',
  'ticket finish T261120-001 --work 更换角阀 --at "2026-11-20 10:30"',
  'ticket close T261120-001 --signed-by 张伟 --satisfied yes --at "2026-11-20 17:00"',
  'ticket callback T261120-001 --result satisfied --at "2026-11-21 10:00"',
  'ticket open --place 3栋大堂 --item 灯不亮 --at "2026-11-21 20:00"',
  'ticket cancel T261121-001 --reason 重复报修 --at "2026-11-21 20:30"',
  'ticket open --unit 商铺12 --item 卷帘门卡住 --urgent --at "2026-11-21 21:00"',
  'complaint log --unit 3-2-1501 --text 楼道垃圾没人清 --channel phone --grade minor --nature valid --against cleaning --at "2026-11-20 09:00"',
  'complaint measure C261120-001 --kind corrective --text 增加一次清扫 --owner 李强 --until 2026-11-30 --at "2026-11-20 10:00"',
  'complaint resolve C261120-001 --result 已清 --at "2026-11-20 15:00"',
  'complaint tell C261120-001 --at "2026-11-20 15:10"',
  'complaint close C261120-001 --at "2026-11-20 15:20"',
  'complaint callback C261120-001 --result satisfied --signed-by 王芳 --at "2026-11-21 10:10"',
  'unit add 3-2-1502 --area 89.53',
  'resident move-in --unit 3-2-1502 --as owner --name 刘洋 --phone 13800000003 --at "2026-11-20 11:00"',
  'resident paper M261120-001 --add id-card --at "2026-11-20 11:05"',
  'resident meter M261120-001 --water 0.5 --at "2026-11-20 11:10"',
  'visit log --unit 3-2-1501 --way door --result satisfied --at "2026-11-20 16:00"',
  'visit sample --month 2026-11 --at "2026-11-20 17:00"',
  'visit committee 近期工作 --month 2026-11 --at "2026-11-20 18:00"',
  'visit plan add --unit 3-2-1501 --on 2026-11-28 --at "2026-11-20 18:10"',
  'visit enquiry log --channel phone --text 咨询停车 --who 张伟 --at "2026-11-20 18:20"',
  'survey open --year 2026 --at "2026-11-20 19:00"',
  'survey send S261120-001 --all --at "2026-11-20 19:10"',
  'survey record S261120-001 --unit 3-2-1501 --answers 11112111 --at "2026-11-21 09:00"',
  'staff add 钱进 --role finance --phone 13800000004',
  'meter read --unit 3-2-1501 --meter water --reading 100 --on 2026-09-30 --at "2026-11-20 09:00"',
  'fee subscribe --unit 3-2-1501 --tariff trust --from 2026-11-01 --at "2026-11-20 09:10"',
  'fee bill --period 2026-10 --at "2026-11-20 09:20"',
  'fee waive 1 --amount 1.00 --reason 协商 --approved-by 王芳 --at "2026-11-20 09:30"',
  'fee pay --unit 3-2-1501 --amount 500.00 --method cash --at "2026-11-20 09:40"',
  'fee refund --unit 3-2-1501 --amount 10.00 --method cash --reason 多缴 --approved-by 钱进 --at "2026-11-20 09:50"',
  'fee contact --unit 商铺12 --way phone --result promised --promise 2026-11-28 --at "2026-11-20 10:00"',
  'deposit take --unit 3-2-1501 --kind renovation --amount 2000 --method bank --at "2026-11-20 10:10"',
  'cash hand-in --amount 490.00 --to 钱进 --at "2026-11-20 17:30"',
  'cash check-safe --scrambled yes --at "2026-11-20 17:40"',
  'trust rain --starts "2026-11-21 08:00" --at "2026-11-20 18:00"',
  'trust patrol --all --ok --at "2026-11-20 18:30"',
  'cash close --month 2026-10 --counted 0 --at "2026-11-20 18:40"',
  'staff add 陈主任 --role director --phone 13800000005',
  'staff add 周婷 --role clerk --phone 13800000006',
  'reno apply --unit 3-2-1501 --applicant owner --contractor 宏达装饰 --foreman 马师傅 --phone 13800000007 --scope 厨卫翻新 --work waterproofing --from 2026-11-20 --until 2026-12-20 --at "2026-11-20 08:00"',
  'reno paper D261120-001 --add all --at "2026-11-20 08:05"',
  'reno commit D261120-001 --all --signed-by 张伟 --foreman 马师傅 --at "2026-11-20 08:10"',
  'reno review D261120-001 --pass --opinion 可行 --opinion-by 李强 --at "2026-11-20 08:20"',
  'reno approve D261120-001 --by 陈主任 --at "2026-11-20 08:30"',
  'reno paper D261120-001 --add all --at "2026-11-20 08:40"',
  'reno fees D261120-001 --method bank --at "2026-11-20 08:50"',
  'reno permit D261120-001 --at "2026-11-20 09:00"',
  'reno worker add D261120-001 --name 马师傅 --phone 13800000007 --photos 2 --at "2026-11-20 09:10"',
  'reno overtime D261120-001 --from "2026-11-20 18:30" --until "2026-11-20 20:00" --reason 闭水试验 --approved-by 王芳 --at "2026-11-20 09:20"',
  'reno patrol D261120-001 --ok --at "2026-11-20 15:00"',
  'reno violation D261120-001 --code V20 --measure persuade --at "2026-11-20 15:30"',
  'reno rectify D261120-001 1 --at "2026-11-20 16:30"',
  'reno inspect D261120-001 --request --at "2026-11-21 08:30"',
  'reno inspect D261120-001 --fail --inspectors 李强,王芳,周婷 --note 渗水 --at "2026-11-21 09:00"',
  'reno inspect D261120-001 --request --at "2026-11-21 14:00"',
  'reno inspect D261120-001 --pass --inspectors 李强,王芳,周婷 --at "2026-11-21 15:00"',
  'reno apply --unit 商铺12 --applicant owner --name 刘洋 --self --small --foreman 刘洋 --scope 换地板 --from 2026-11-20 --until 2026-12-20 --at "2026-11-20 10:00"',
  'reno paper D261120-002 --add all --at "2026-11-20 10:05"',
  'reno commit D261120-002 --all --signed-by 刘洋 --at "2026-11-20 10:10"',
  'reno review D261120-002 --pass --at "2026-11-20 10:20"',
  'reno approve D261120-002 --by 陈主任 --at "2026-11-20 10:30"',
  'reno paper D261120-002 --add all --at "2026-11-20 10:40"',
  'reno fees D261120-002 --method bank --at "2026-11-20 10:50"',
  'reno permit D261120-002 --at "2026-11-20 11:00"',
  'reno worker add D261120-002 --name 刘洋 --photos 2 --at "2026-11-20 11:10"',
  'reno patrol D261120-002 --violation V09 --measure stop-work --note 梁上开槽 --at "2026-11-20 15:00"',
  'reno report D261120-002 1 --to 住建局 --at "2026-11-20 15:30"',
  'key lend --key 泵房 --to 周工 --at "2026-11-20 09:00"',
  'key return K261120-001 --at "2026-11-20 11:00"',
  'parcel receive --unit 3-2-1501 --recipient 李芳 --at "2026-11-20 10:00"',
  'training log --topic 消防演练 --kind on-the-job --at "2026-11-20 14:00"',
  'training approve TR261120-001 --by 陈主任 --at "2026-11-20 15:00"',
  'roster plan --staff 周婷 --shift late --on 2026-11-21 --at "2026-11-20 16:00"',
  'handover note 泵房检修 --at "2026-11-21 14:00"',
  'handover sign --to 周婷 --on-post 14:40 --at "2026-11-21 15:00"',
  'report close --month 2026-10 --at "2026-11-21 16:00"',
  'print receipt R261120-001 --at "2026-11-21 16:10"',
];

/** Every dump is recorded on one day, whenever it is made: 2026-11-22, 12:00 in China. */
const CLOCK = `const Real = Date;
const lateMs = Real.now() - Real.UTC(2026, 10, 22, 4);
globalThis.Date = class extends Real {
  constructor(...given) { super(...(given.length > 0 ? given : [Real.now() - lateMs])); }
  static now() { return Real.now() - lateMs; }
};`;

const home = mkdtempSync(join(tmpdir(), 'wy-schema-'));
const wy = (...words) => wyStatus(0, ...words);
const wyStatus = (expected, ...words) => {
  const clock = `--import=data:text/javascript,${encodeURIComponent(CLOCK)}`;
  const { status, stderr } = spawnSync(process.execPath, [WY, '--home', home, ...words], {
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: clock },
  });
  if (status !== expected) throw new Error(`${words.join(' ')}: ${stderr}`);
};

try {
  wy('init', '--name', '蓝天新苑', '--staff', '王芳');
  const file = join(home, 'commands.txt');
  writeFileSync(file, COMMANDS.join('\n'));
  wy('batch', file);
  const policy = join(home, 'policy.yaml');
  const channels = 'channels: {办公群: {kind: webhook, url: "http://127.0.0.1:9/send"}}';
  const sent = readFileSync(policy, 'utf8')
    .replace('channels: {}', channels)
    .replace('today: []', 'today: [办公群]');
  writeFileSync(policy, sent);
  // Nobody listens there: the message stays in the outbox.
  wyStatus(1, 'today', '--send', '--at', '2026-11-21 18:00');
  process.stdout.write(dump(new Database(join(home, 'ledger.db'), { readonly: true })));
} finally {
  rmSync(home, { recursive: true });
}

function dump(db) {
  const pragma = (name) => `PRAGMA ${name} = ${db.pragma(name, { simple: true })};`;
  const parts = db
    .prepare(
      "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
    )
    .all();
  const kinds = db.prepare('SELECT name, type FROM pragma_table_list').all();
  const ofKind = (kind) => kinds.filter(({ type }) => type === kind).map(({ name }) => name);
  // A virtual table makes the tables it is kept in, and nobody else may write them: its index is left
  // out, and made anew from what it indexes (wy doctor --reindex).
  const shadow = ofKind('shadow');
  const unwritable = [...ofKind('virtual'), ...shadow];
  const sqlOf = (isTable) =>
    parts
      .filter((part) => (part.type === 'table') === isTable && !shadow.includes(part.name))
      .map(({ sql }) => `${sql};`);
  const rows = parts
    .filter(({ type, name }) => type === 'table' && !unwritable.includes(name))
    .flatMap(({ name }) => rowsOf(db, name));
  return `${[pragma('application_id'), pragma('user_version'), ...sqlOf(true), ...rows, ...sqlOf(false)].join('\n')}\n`;
}

function rowsOf(db, table) {
  const columns = db.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table);
  const values = columns.map((column) => `quote("${column}")`).join(` || ', ' || `);
  return db
    .prepare(`SELECT 'INSERT INTO ${table} VALUES (' || ${values} || ');' FROM ${table}`)
    .pluck()
    .all();
}
