import type { Page } from '../cases/model.ts';
import { deadlines, timeline } from '../cases/view.ts';
import type { Shape } from '../cli/shape.ts';
import { asChoice, asMoment, asPhone, asText } from '../cli/shape.ts';
import { card, table } from '../cli/view.ts';
import { type Words, w } from '../lib/words.ts';
import { ROLE_TITLES } from '../policy/roles.ts';
import { CHANNELS, type Enquiry, KINDS, STATES } from './model.ts';
import type { EnquiryRecord } from './record.ts';
import { TELLING } from './text.ts';

const cardOnly = { cardOnly: true } as const;

/** A role by its title, everybody else by name. */
const RECIPIENTS: Readonly<Record<string, Words>> = ROLE_TITLES;

const enquiryShape: Shape<EnquiryRecord> = [
  asText('no', w('编号', 'No'), (it) => it.no),
  asChoice('channel', w('方式', 'Channel'), (it) => it.channel, CHANNELS),
  asChoice('kind', w('性质', 'Kind'), (it) => it.kind, KINDS, cardOnly),
  asText('who', w('来人', 'Who'), (it) => it.who),
  asPhone('phone', w('电话', 'Phone'), (it) => it.phone, cardOnly),
  asText('unit', w('房号', 'Unit'), (it) => it.unit),
  asText('text', w('事由', 'About'), (it) => it.text),
  asChoice('state', w('状态', 'State'), (it) => it.state, STATES),
  asChoice('passedTo', w('转给', 'Passed on to'), (it) => it.passedTo, RECIPIENTS),
  asMoment('promisedAt', w('约定答复', 'Promised until'), (it) => it.promisedAt),
  asText('answer', w('答复', 'Answer'), (it) => it.answer, cardOnly),
  asMoment('receivedAt', w('登记时间', 'Received'), (it) => it.receivedAt),
  asMoment('answeredAt', w('答复时间', 'Answered'), (it) => it.answeredAt, cardOnly),
  asMoment('closedAt', w('了结时间', 'Closed'), (it) => it.closedAt, cardOnly),
  deadlines,
];

export const enquiryCard = card(enquiryShape);

export const enquiryPage = card<Page<Enquiry>>([...enquiryShape, timeline(TELLING)]);

export const enquiryTable = table(enquiryShape, {
  none: w('没有来访来电记录。', 'No enquiries.'),
});
