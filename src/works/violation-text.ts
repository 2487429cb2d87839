import { type Words, w } from '../lib/words.ts';

/** What a property company may not do. */
export const SEIZURE: Words = w(
  '物业公司无权暂扣、没收工具，也无权罚款：扣了的请尽快归还；拒不整改的，报主管部门处理。',
  'A property company may not take or keep tools, nor fine anybody: give back soon what was taken, and report to the authority whoever does not put it right.',
);

/** What a person is asked before it is recorded all the same. */
export const seizureQuestion: Words = w(
  `${SEIZURE.zh}\n仍要如实登记“暂扣工具”吗？`,
  `${SEIZURE.en}\nRecord all the same that tools were taken?`,
);

/** How compensation comes about; before the permit nothing is held that it could be kept back of. */
export const compensationWords = (line: string, isPermitted: boolean): Words =>
  isPermitted
    ? w(
        `赔偿或违约金按协议办，不是罚款；工程维修定损、主任同意后扣保证金：${line}`,
        `Compensation or a penalty is due under the agreement and is no fine; when engineering has assessed it and the director consents: ${line}`,
      )
    : w(
        `赔偿或违约金按协议办，不是罚款；保证金发证前才收，发证以后再扣：${line}`,
        `Compensation or a penalty is due under the agreement and is no fine; it is kept back of the deposits once the permit is out: ${line}`,
      );

/** The authority has to know (Decree 110, art. 17). */
export const reportWords = (line: string): Words =>
  w(
    `要报主管部门（《住宅室内装饰装修管理办法》第十七条）。报后登记：${line}`,
    `The authority has to know (Decree 110, art. 17). When it does: ${line}`,
  );
