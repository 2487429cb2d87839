import type { Desk } from '../desk.ts';
import { rebuildIndex } from '../entries/indexing.ts';
import { explainSqlite, sqliteMessage } from '../ledger/explain.ts';
import { WyError } from '../lib/errors.ts';
import { type Words, w } from '../lib/words.ts';
import { checkAttachments } from './attachments.ts';
import { checkBackups } from './backup-check.ts';
import { datedBackups } from './backups.ts';
import { checkBooksFile, checkPermissions, checkPolicyFile } from './file-checks.ts';
import { type Finding, NOT_CHECKED, type Verdict, wrong } from './finding.ts';
import { allInvariants } from './invariants.ts';
import {
  checkChain,
  checkClock,
  checkForeignKeys,
  checkIndex,
  checkIntegrity,
  checkInvariant,
  checkNotes,
  checkOperators,
  checkRows,
  checkSchema,
  checkVersion,
} from './ledger-checks.ts';
import { Patient } from './patient.ts';

interface Check {
  check: string;
  title: Words;
  look(patient: Patient): Verdict | Promise<Verdict>;
}

const CHECKS: readonly Check[] = [
  { check: 'permissions', title: w('文件权限', 'Permissions'), look: checkPermissions },
  { check: 'version', title: w('台账版本', 'Version'), look: checkVersion },
  { check: 'integrity', title: w('文件完整', 'Integrity'), look: checkIntegrity },
  { check: 'foreign_keys', title: w('引用完整', 'References'), look: checkForeignKeys },
  { check: 'schema', title: w('表结构', 'Schema'), look: checkSchema },
  { check: 'chain', title: w('变更日志', 'Journal'), look: checkChain },
  { check: 'rows', title: w('各表内容', 'Rows'), look: checkRows },
  { check: 'digests', title: w('内容摘要', 'Digests'), look: checkNotes },
  { check: 'backup', title: w('备份', 'Backups'), look: checkBackups },
  { check: 'attachments', title: w('附件', 'Attachments'), look: checkAttachments },
  { check: 'clock', title: w('电脑时间', 'Clock'), look: checkClock },
  { check: 'policy', title: w('制度参数', 'Policy'), look: checkPolicyFile },
  { check: 'books', title: w('登记簿', 'Books'), look: checkBooksFile },
  { check: 'index', title: w('查找索引', 'Search index'), look: checkIndex },
  { check: 'operators', title: w('操作人', 'Operators'), look: checkOperators },
  ...allInvariants.map((invariant) => ({
    check: invariant.key,
    title: invariant.check,
    look: (patient: Patient) => checkInvariant(patient, invariant),
  })),
];

/** Makes the index of the books anew, which is all that is done here; then every check. */
export async function mendAndExamine(desk: Desk, { reindex }: { reindex: boolean }) {
  if (reindex) rebuildIndex(await desk.ledger(), await desk.books());
  return examineHome(desk);
}

/** Carries out every check, also after one that failed; looks only, changes nothing. */
async function examineHome(desk: Desk): Promise<Finding[]> {
  const patient = new Patient(desk);
  try {
    const findings: Finding[] = [];
    const told = new Set<unknown>();
    for (const { check, title, look } of CHECKS) {
      findings.push({ check, title, ...(await carryOut(look, patient, told)) });
    }
    return findings;
  } finally {
    patient.close();
  }
}

async function carryOut(
  look: Check['look'],
  patient: Patient,
  told: Set<unknown>,
): Promise<Verdict> {
  try {
    return await look(patient);
  } catch (error) {
    const verdict = told.has(error) ? NOT_CHECKED : unable(error, patient);
    told.add(error);
    return verdict;
  }
}

const BRING_BACK = w(
  '用最近的备份恢复：wy restore FILE',
  'Bring the newest backup back: wy restore FILE',
);

/** A damaged file can break a check in many ways; each of them is a finding. */
function unable(error: unknown, { home }: Patient): Verdict {
  const known = error instanceof WyError ? error : explainSqlite(error);
  if (known) {
    const isLost =
      known.code === 'ledger_damaged' ||
      (known.code === 'no_ledger' && datedBackups(home.backupsDir).length > 0);
    return wrong(known.words, isLost || !known.hint ? BRING_BACK : known.hint);
  }
  // Not the message: that of a parser quotes what it could not read.
  const said = sqliteMessage(error) ?? (error instanceof Error ? error.name : String(error));
  return wrong(w(`没能检查：${said}`, `cannot be checked: ${said}`), BRING_BACK);
}
