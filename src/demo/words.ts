import type { Result } from '../cases/model.ts';

/** Reasons and remarks, at home and in the grounds of the estate. */
export interface Sayings {
  readonly home: readonly string[];
  readonly grounds: readonly string[];
}

export const POSTPONED: Sayings = {
  home: ['等配件到货', '住户临时外出，另约时间', '须请厂家上门', '须停水作业，先贴通知'],
  grounds: ['等配件到货', '须请维保单位到场', '须停水作业，先贴通知'],
};

export const PROGRESS: Sayings = {
  home: ['配件已下单，今天到货', '厂家答复今天上门', '工程部答复：今天继续'],
  grounds: ['配件已下单，今天到货', '维保单位答复今天到场', '工程部答复：今天继续'],
};

export const CANCELLED: Sayings = {
  home: ['住户已自行处理', '重复报修', '住户改请厂家售后', '上门检查正常，住户同意取消'],
  grounds: ['重复报修', '现场检查正常'],
};

export const CAME_BACK: Sayings = {
  home: ['同样的问题又出现了', '修好几天又坏了', '更换的配件松动'],
  grounds: ['同样的问题又出现了', '更换的配件松动'],
};

export const NOT_REACHED = '电话回访无人接听，改天再打';

export const REMARKS: Readonly<Record<Result, Sayings>> = {
  satisfied: {
    home: ['师傅准时，修得仔细', '收费说得清楚', '处理得快'],
    grounds: ['现场查看，使用正常'],
  },
  fair: {
    home: ['修好了，等的时间长了点', '希望上门前先打电话', '希望以后周末也能约'],
    grounds: ['修好了，比说的时间晚'],
  },
  dissatisfied: {
    home: ['问题还在，要求再来看', '修过以后还是不行'],
    grounds: ['现场查看，问题还在'],
  },
};
