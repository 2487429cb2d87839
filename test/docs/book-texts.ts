import { type Words, w } from '../../src/lib/words.ts';

/** A book nobody foresaw, in twelve lines. */
export const UMBRELLAS = `
umbrella:
  prefix: U
  name: { zh: 雨伞借用登记簿, en: umbrella loans }
  verbs: { lend: open, return: close }
  fields:
    to: { type: text, label: { zh: 借用人, en: borrower }, required: yes }
    unit: { type: unit, label: { zh: 房号, en: unit } }
    until: { type: moment, label: { zh: 约定归还, en: to be returned by } }
    condition: { type: text, at: return, label: { zh: 归还情况, en: condition } }
  deadlines:
    return: { words: { zh: 收回雨伞, en: get the umbrella back }, at: until, within: 0d }
  handover: yes
`;

/** Checked every month; what is not in order stays open until it is. */
export const DEFIBRILLATOR = `
defibrillator:
  prefix: AED
  name: { zh: 除颤仪检查表, en: defibrillator checks }
  about: { zh: 除颤仪：每月检查, en: 'Defibrillators: checked monthly' }
  verbs:
    check: open
    repair: { does: close, when: { result: [unfit] } }
  fields:
    place: { type: text, label: { zh: 位置, en: place }, required: yes, personal: no }
    points:
      type: sheet
      label: { zh: 检查项目, en: points }
      required: yes
      items:
        lamp: { zh: 指示灯绿, en: lamp is green }
        pads: { zh: 电极片未过期, en: pads in date }
        battery: { zh: 电池, en: battery }
        case: { zh: 外箱, en: case }
    result:
      type: choice
      label: { zh: 结果, en: result }
      required: yes
      choices: { fit: { zh: 合格, en: fit }, unfit: { zh: 不合格, en: unfit } }
  deadlines:
    repair: { words: { zh: 修好除颤仪, en: put the defibrillator right }, role: engineering, within: 1d }
  cadence: { every: month, words: { zh: 检查除颤仪, en: check the defibrillators }, lead: 7d }
  retention: 24mo
`;

interface Part {
  title: Words;
  words: Words;
  yaml?: string;
  lines?: string;
}

/** How a desk has books of its own, and its own way with the others. */
export const OWN: readonly Part[] = [
  {
    title: w('什么是登记簿', 'What a book is'),
    words: w(
      '前台的每一本登记簿都是一样的：编号的记录，有字段，也许要了结，也许有到期的日子、登记的周期、签字和打印的单据。`wy` 用 YAML 说明一本登记簿；写好以后，它就是一个命令，有自己的动作、选项、提示、帮助和补全，今日事项、查找、导入、导出、报表都认得它。内置的登记簿见后；你自己的写在台账目录的 `books.yaml` 里，没有这个文件时就用内置的。',
      'Each register of the desk is the same thing: numbered entries with fields, perhaps a closing, a date by which something must happen, a rhythm in which the next entry is due, a signature, a printed slip. `wy` declares them in YAML. Once declared, a book is a noun of the command line with verbs, options, prompts, help and completion of its own, and the agenda, search, import, export and reports know it. The books as shipped follow below; your own stand in `books.yaml` in the home of the ledger; without that file there are the built-in ones.',
    ),
    lines: `
wy book list                 # 有哪些登记簿 · which books there are
wy key lend --key "3栋屋面" --to 张伟 --until 18:00
wy key return 1
wy key list --open
wy key show K261122-001`,
  },
  {
    title: w('自己的一本：雨伞', 'One of your own: umbrellas'),
    words: w(
      '在 `books.yaml` 里写十二行，马上能用。名称可以只写一种文字（`name: 雨伞借用登记簿`）。',
      'Twelve lines in `books.yaml`, used at once. Names may be in one language only (`name: Umbrella loans`).',
    ),
    yaml: UMBRELLAS,
    lines: `
wy book new umbrella         # 问答写成这一段 · asks, and writes such lines
wy book check                # 文件写得对不对 · whether the file is right
wy umbrella lend --to 张伟 --unit 3-2-1501
wy today                     # 今天要收回的 · what is to come back today
wy umbrella return 1`,
  },
  {
    title: w('每月检查：除颤仪', 'A monthly check: the defibrillator'),
    words: w(
      '周期让今日事项里总有一条：按期登记就算办到，漏掉的一期记为超期，下一期照常开始。检查表没提到的项目算合格，`ok` 是全部合格，`-` 是不适用。结果不合格的才等着了结。',
      'The rhythm keeps one line on the agenda: an entry in time meets it, a missed turn counts as missed, and the next begins. Items of a sheet that are left out are in order, `ok` means all of them, `-` does not apply. Only what is unfit waits to be closed.',
    ),
    yaml: DEFIBRILLATOR,
    lines: `
wy defibrillator check --place 3栋大堂 --points ok --result fit
wy defibrillator check --place 会所 --points "pads=0" --result unfit
wy defibrillator repair 2`,
  },
  {
    title: w('改内置的登记簿', 'Changing a built-in book'),
    words: w(
      '在 `books.yaml` 里只写不同的地方，其余照内置的：加一个字段，改一个时限、一个周期，停用一本。旧的记录照旧能看，新字段在旧记录里空着；每条记录记得自己是按哪一版登记的。',
      'Write only what differs in `books.yaml`, the rest stays as shipped: one more field, another limit or rhythm, a book that is off. Old entries stay readable, with the new field empty; an entry knows the version of its book.',
    ),
    yaml: `
key:
  fields:
    floor: { type: whole, label: { zh: 楼层, en: floor }, least: 1, most: 99 }
  deadlines:
    return: { within: 1d }
board:
  cadence: { every: 7d }
etiquette:
  enabled: no
guest:
  enabled: yes`,
    lines: `
wy book disable etiquette    # 写进 books.yaml · writes it into books.yaml
wy book enable guest
wy book fields key`,
  },
  {
    title: w('去掉、改变一个字段', 'Removing or retyping a field'),
    words: w(
      '记录里用着的字段，去掉或改类型会被拒绝，除非说明只给旧记录保留：`wy book check --retire`。以后旧记录里照样看得到它，新记录不再问。',
      'Removing a field, or giving it another type, is refused while entries use it, unless it is kept for the old ones: `wy book check --retire`. Old entries still show it, new ones no longer ask.',
    ),
  },
];
