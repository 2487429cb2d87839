import { describe, expect, it } from 'vitest';
import { loadPinyin } from '../../src/lib/pinyin.ts';

const read = await loadPinyin();

describe('the pronunciation of a name', () => {
  it.each([
    ['plain', '张三', 'zhangsan', 'zs'],
    ['surname 单', '单小明', 'shanxiaoming', 'sxm'],
    ['surname 曾', '曾小明', 'zengxiaoming', 'zxm'],
    ['surname 解', '解小明', 'xiexiaoming', 'xxm'],
    ['surname 仇', '仇小明', 'qiuxiaoming', 'qxm'],
    ['double surname', '欧阳小明', 'ouyangxiaoming', 'oyxm'],
    ['ü as v', '吕小绿', 'lvxiaolv', 'lxl'],
    ['latin before', 'ABC公司', 'abcgongsi', 'abcgs'],
    ['latin that sounds as the name', 'liu刘', 'liuliu', 'liul'],
    ['digits behind', '王小2', 'wangxiao2', 'wx2'],
    ['pinyin-width latin', 'Ａ座王五', 'azuowangwu', 'azww'],
    ['accents', 'José', 'jose', 'jose'],
    ['blanks', ' 张 三 ', 'zhangsan', 'zs'],
    ['dots', '阿里·买买提', 'alimaimaiti', 'almmt'],
    ['a character without a sound', '𠀀明', 'ming', 'm'],
    ['nothing', '', '', ''],
  ])('%s', (_, name, pinyin, initials) => {
    expect(read(name)).toEqual({ pinyin, initials });
  });
});
