import { type Words, w } from '../lib/words.ts';

/** What is looked at when works are accepted: where the promised lines would have left a trace. */
export const ACCEPTANCE_ITEMS: readonly Words[] = [
  w('承重墙、梁、柱、楼板完好', 'Load-bearing walls, beams, columns and floors are whole'),
  w(
    '外立面、门窗、阳台、护栏与原样一致',
    'Façade, windows, doors, balcony and railings are as before',
  ),
  w(
    '厨房、卫生间防水（24 小时闭水试验）',
    'Waterproofing of kitchen and bathroom (24-hour water test)',
  ),
  w('上下水、地漏畅通，无渗漏', 'Water and drains run, nothing leaks'),
  w('电路、配电箱、负荷', 'Wiring, distribution box, load'),
  w('燃气、供暖管道和设施', 'Gas and heating'),
  w('消防设施、烟道、排气孔', 'Fire equipment, flues and vents'),
  w('智能化系统（对讲、报警）', 'Intercom and alarm'),
  w('空调室外机、晾衣架等外挂物', 'Air conditioners and other things outside'),
  w('公共部位、电梯、绿地无损坏', 'Common parts, lift and green are unharmed'),
  w('装修垃圾清运，场地清理', 'Rubbish taken away, site cleared'),
];
