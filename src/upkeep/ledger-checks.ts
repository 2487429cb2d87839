import { examineIndex } from '../entries/indexing.ts';
import type { Invariant } from '../ledger/invariant.ts';
import { schemaFaults } from '../ledger/schema.ts';
import {
  type Difference,
  differences,
  falseNotes,
  foreignKeyFaults,
  integrityFaults,
} from '../ledger/verify.ts';
import { LEDGER_VERSION } from '../ledger/version.ts';
import { WyError } from '../lib/errors.ts';
import { localText } from '../lib/moment.ts';
import { list, type Words, w } from '../lib/words.ts';
import { idleOperators, idleOperatorsWords } from '../registry/operators.ts';
import { fine, NOT_CHECKED, some, type Verdict, wrong } from './finding.ts';
import type { Patient } from './patient.ts';

const BRING_BACK = w(
  '用最近的备份恢复：wy restore FILE（备份在 backups 里）',
  'Bring the newest backup back: wy restore FILE (they lie in backups)',
);

const FIND_OUT = w(
  '有人绕过 wy 改过台账：先查明是谁，再决定是否 wy restore FILE',
  'Someone changed the ledger behind wy: find out who, then decide on wy restore FILE',
);

export function checkVersion({ ledger }: Patient): Verdict {
  const { version } = ledger;
  if (version === LEDGER_VERSION) return fine(w(`结构 ${version}`, `schema ${version}`));
  return fine(
    w(`旧结构 ${version}`, `older schema ${version}`),
    w(
      '下一条 wy 命令会先备份再升级',
      'The next command of wy backs it up and brings it up to date',
    ),
  );
}

export function checkIntegrity({ ledger }: Patient): Verdict {
  const faults = integrityFaults(ledger.db);
  if (faults.length === 0) return fine(w('文件完好', 'the file is whole'));
  const [first = ''] = faults;
  return wrong(
    w(`${faults.length} 处损坏：${first}`, `${faults.length} faults: ${first}`),
    BRING_BACK,
  );
}

export function checkForeignKeys({ ledger }: Patient): Verdict {
  const faults = foreignKeyFaults(ledger.db);
  if (faults.length === 0) return fine(w('没有悬空的引用', 'every reference has its record'));
  const names = faults.map(({ table, rows }) => `${table} (${rows})`);
  return wrong(
    w(`有记录指向不存在的记录：${some(names)}`, `rows that point to nothing: ${some(names)}`),
    FIND_OUT,
  );
}

export function checkSchema({ ledger }: Patient): Verdict {
  const { missing, added, changed } = schemaFaults(ledger.db);
  if (missing.length + added.length + changed.length === 0) {
    return fine(w('表和触发器都在', 'all tables and triggers are there'));
  }
  const parts = [
    ...(missing.length > 0 ? [w(`缺少 ${some(missing)}`, `missing: ${some(missing)}`)] : []),
    ...(added.length > 0 ? [w(`多出 ${some(added)}`, `added: ${some(added)}`)] : []),
    ...(changed.length > 0 ? [w(`被改 ${some(changed)}`, `changed: ${some(changed)}`)] : []),
  ];
  return wrong(list(parts), FIND_OUT);
}

export function checkChain({ chain }: Patient): Verdict {
  const { head, brokenAt } = chain;
  if (head.seq === 0) return wrong(w('变更日志是空的', 'the journal is empty'), BRING_BACK);
  if (brokenAt !== null) {
    return wrong(
      w(`第 ${brokenAt} 行与前文不符`, `line ${brokenAt} does not follow from those before`),
      FIND_OUT,
    );
  }
  const short = head.hash.slice(0, 12);
  return fine(w(`${head.seq} 行相连，末行 ${short}`, `${head.seq} lines, the last is ${short}`));
}

export function checkRows({ ledger, chain }: Patient): Verdict {
  const found = differences(ledger.db, chain);
  const { unproven } = chain;
  if (found.length + unproven.length === 0) {
    return fine(w('每张表都与日志一致', 'every table is as the journal says'));
  }
  const parts = [
    ...found.map(wordsOf),
    ...unproven.map((table) =>
      w(`${table}：升级以前被改过`, `${table}: changed before an upgrade`),
    ),
  ];
  return wrong(list(parts), FIND_OUT);
}

function wordsOf({ table, rows }: Difference): Words {
  if (rows > 0) return w(`${table}：多出 ${rows} 行`, `${table}: ${rows} rows more`);
  if (rows < 0) return w(`${table}：少了 ${-rows} 行`, `${table}: ${-rows} rows fewer`);
  return w(`${table}：内容被改`, `${table}: edited`);
}

export function checkNotes({ ledger, chain }: Patient): Verdict {
  const tables = falseNotes(ledger.db, chain);
  if (tables.length === 0) return fine(w('与日志一致', 'as the journal says'));
  return wrong(
    w(`摘要表被改：${some(tables)}`, `the table of digests was edited: ${some(tables)}`),
    FIND_OUT,
  );
}

export async function checkClock(patient: Patient): Promise<Verdict> {
  const { recordedAt } = patient.chain;
  const { zone } = await patient.site();
  if (recordedAt === null || recordedAt <= patient.now) {
    return fine(w('不早于最后的记录', 'not before the last record'));
  }
  const last = localText(recordedAt, zone);
  return wrong(
    w(`最后的记录在将来：${last}`, `the last record lies in the future: ${last}`),
    w('请校正电脑的时间', 'Set the clock of this computer right'),
  );
}

/** A user of the system who is mapped to nobody cannot record without --by. */
export async function checkOperators(patient: Patient): Promise<Verdict> {
  const { ledger } = patient;
  const { operators, isOwn } = await patient.site();
  if (!isOwn) return NOT_CHECKED;
  if (ledger.version !== LEDGER_VERSION) return AFTER_UPGRADE;
  const idle = idleOperators(ledger, operators);
  if (idle.length === 0) return fine(w('都是在职员工', 'all of them active staff'));
  return wrong(
    idleOperatorsWords(idle),
    w(
      '登记员工（wy staff add），或改 policy.yaml 的 operators',
      'Add them (wy staff add), or mend operators in policy.yaml',
    ),
  );
}

/**
 * The index is made of the entries and outside the journal: whoever lost it makes it anew. Where
 * books.yaml is broken, the check of that file has said so.
 */
export async function checkIndex(patient: Patient): Promise<Verdict> {
  const { ledger, desk } = patient;
  if (ledger.version !== LEDGER_VERSION) return AFTER_UPGRADE;
  const books = await desk.books().catch(nothingWhereBroken);
  if (!books) return NOT_CHECKED;
  const { astray, lost } = examineIndex(ledger, books);
  if (astray + lost.length === 0) return fine(w('都能查到', 'every entry is found'));
  const parts = [
    ...(astray > 0 ? [w(`${astray} 条对不上`, `${astray} do not match`)] : []),
    ...(lost.length > 0 ? [w(`查不到 ${some(lost)}`, `not found: ${some(lost)}`)] : []),
  ];
  return wrong(
    list(parts),
    w('重建索引：wy doctor --reindex', 'Make it anew: wy doctor --reindex'),
  );
}

function nothingWhereBroken(error: unknown): undefined {
  if (!(error instanceof WyError) || error.code !== 'books_broken') throw error;
}

export const AFTER_UPGRADE = fine(w('升级后再查', 'after the upgrade'));

/** The statements are those of this wy's schema: an older ledger is checked after its upgrade. */
export function checkInvariant({ ledger }: Patient, { sql }: Invariant): Verdict {
  if (ledger.version !== LEDGER_VERSION) return AFTER_UPGRADE;
  const offenders = ledger.db.prepare<[], string>(sql).pluck().all();
  if (offenders.length === 0) return fine(w('是', 'yes'));
  const names = some(offenders.map(String));
  return wrong(
    w(`${offenders.length} 条不符：${names}`, `${offenders.length} records do not: ${names}`),
    w('请把这一行报告给 wy 的维护者', 'Report this line to the maintainers of wy'),
  );
}
