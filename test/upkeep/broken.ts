// For every invariant of every slice one SQL that breaks it in the furnished ledger (006.sql).

const journal = {
  'journal.operator': 'UPDATE journal SET operator_id = 99 WHERE seq = 5',
  'journal.moments': "UPDATE journal SET happened_at = '2026-11-20' WHERE seq = 5",
  'events.subject': "UPDATE events SET subject = 'T260101-001' WHERE id = 1",
  'events.moments': "UPDATE events SET at = '2026-02-30T00:00:00Z' WHERE id = 1",
};

const registry = {
  'registry.active_staff': "UPDATE staff SET retired_on = '2026-11-01'",
  'registry.staff_roles': `UPDATE staff SET roles = '["clerk","king"]' WHERE id = 2`,
  'registry.days': "UPDATE residents SET from_on = '2026-02-30' WHERE id = 1",
  'registry.greetings': "UPDATE people SET birthday = '05-03' WHERE id = 1",
  'registry.stays_apart': `INSERT INTO residents
    SELECT 99, person_id, unit_id, role, '2026-01-01', '2026-02-01' FROM residents WHERE id = 1`,
};

/** T261120-001 was closed and called back, T261121-001 cancelled, T261121-002 is open. */
const tickets = {
  'tickets.moments': "UPDATE tickets SET opened_at = '2026-11-20 09:00' WHERE id = 1",
  'tickets.order': "UPDATE tickets SET arrived_at = '2026-11-01T00:00:00Z' WHERE id = 1",
  'tickets.under_way': "UPDATE tickets SET signed_by = 'x' WHERE id = 3",
  'tickets.assigned': "UPDATE tickets SET state = 'assigned' WHERE id = 3",
  'tickets.finished': 'UPDATE tickets SET work = NULL WHERE id = 1',
  'tickets.closed': 'UPDATE tickets SET satisfied = 0 WHERE id = 1',
  'tickets.cancelled': 'UPDATE tickets SET cancelled_at = NULL WHERE id = 2',
  'tickets.callback': 'UPDATE tickets SET callback_result = NULL WHERE id = 1',
  'tickets.finish_promised':
    "DELETE FROM deadlines WHERE subject = 'T261121-002' AND kind = 'ticket.finish'",
  'tickets.defects': "UPDATE tickets SET accept_at = '2026-11-23T01:00:00Z' WHERE id = 1",
  'tickets.acceptance_promised':
    "UPDATE tickets SET state = 'finished', defect_of = 'M261120-001' WHERE id = 1",
  'tickets.callback_promised': "DELETE FROM deadlines WHERE kind = 'ticket.callback'",
  'tickets.ended':
    "UPDATE deadlines SET ending = NULL, ended_at = NULL WHERE subject = 'T261121-001'",
};

/** M261120-001 is an open move-in of 3-2-1502, which is not handed over. */
const moves = {
  'moves.known': "UPDATE moves SET kind = 'lease'",
  'moves.moments': "UPDATE moves SET effective_on = '2026-02-30'",
  'moves.order': "UPDATE move_items SET done_at = '2026-11-20T02:59:59Z'",
  'moves.ended': "UPDATE moves SET cancelled_at = '2026-11-21T00:00:00Z'",
  'moves.one_open': `INSERT INTO moves (no, kind, unit_id, papers_case, person_id, effective_on,
      state, opened_at, opened_by)
    SELECT 'M261120-002', kind, unit_id, papers_case, person_id, effective_on,
      state, opened_at, opened_by FROM moves`,
  'moves.inspected': "UPDATE moves SET inspected_at = '2026-11-21T00:00:00Z', inspector_id = 2",
  'moves.handed_over': "UPDATE moves SET state = 'completed'",
  'moves.callback_promised': "UPDATE moves SET state = 'completed'",
  'moves.owing': "UPDATE deadlines SET subject = 'M261120-001' WHERE kind = 'enquiry.answer'",
  'moves.defects': "UPDATE tickets SET defect_of = 'M261120-001' WHERE id = 1",
  'moves.readings': "UPDATE meter_readings SET meter = 'steam'",
};

/** C261120-001 was closed and called back; a measure is still owed. */
const complaints = {
  'complaints.known': "UPDATE complaints SET grade = 'huge'",
  'complaints.moments': "UPDATE complaints SET received_at = '2026-11-20 09:00'",
  'complaints.order': "UPDATE complaints SET told_at = '2026-11-20T06:59:59Z'",
  'complaints.somebody': 'UPDATE complaints SET unit_id = NULL',
  'complaints.resolved': 'UPDATE complaints SET result = NULL',
  'complaints.closed': 'UPDATE complaints SET closed_at = NULL',
  'complaints.harm': 'UPDATE complaints SET harm_at_reception = 1',
  'complaints.verified': "UPDATE complaints SET facts = '属实'",
  'complaints.callback': 'UPDATE complaints SET callback_result = NULL',
  'complaints.rounds': 'UPDATE complaints SET repeats = 1',
  'complaints.about': "UPDATE complaints SET about = 'T260101-001'",
  'complaints.resolve_promised':
    "UPDATE deadlines SET ending = NULL, ended_at = NULL WHERE kind = 'complaint.resolve'",
  'complaints.promised_once': `INSERT INTO deadlines
      (subject, kind, role, since_at, due_at, clause, limit_text)
    SELECT subject, kind, role, since_at, due_at, clause, limit_text
    FROM deadlines, json_each('[1, 2]') WHERE kind = 'complaint.tell'`,
  'complaints.callback_promised': "DELETE FROM deadlines WHERE kind = 'complaint.callback'",
  'complaints.ended':
    "UPDATE deadlines SET ending = NULL, ended_at = NULL WHERE kind = 'complaint.verify'",
  'complaint_measures.known': "UPDATE complaint_measures SET kind = 'wish'",
  'complaint_measures.promised': 'UPDATE complaint_measures SET owner_id = NULL',
};

/** E261120-001 is still to be answered, P261120-001 still to be made. */
const enquiries = {
  'enquiries.known': "UPDATE enquiries SET channel = 'pigeon'",
  'enquiries.moments': "UPDATE enquiries SET received_at = '2026-11-20 09:30'",
  'enquiries.order': "UPDATE enquiries SET promised_at = '2026-11-19T00:00:00Z'",
  'enquiries.answered': "UPDATE enquiries SET answer = '好'",
  'enquiries.closed': 'UPDATE enquiries SET closed_at = received_at',
  'enquiries.one_recipient': "UPDATE enquiries SET passed_to = 'director', passed_to_id = 1",
  'enquiries.owed': "DELETE FROM deadlines WHERE kind = 'enquiry.answer'",
};

const plans = {
  'plans.moments': "UPDATE visit_plans SET planned_on = '2026-11-31'",
  'plans.state': "UPDATE visit_plans SET state = 'lost'",
  'plans.owed': "DELETE FROM deadlines WHERE kind = 'plan.visit'",
};

/** V261120-001 was a visit to 3-2-1501 for its own sake; the sample of November is 3-2-1502. */
const visits = {
  'visits.moments': "UPDATE visits SET visited_at = '2026-11-20'",
  'visits.known': "UPDATE visits SET way = 'drone'",
  'visits.whom': 'UPDATE visits SET unit_id = NULL',
  'visits.subject': "UPDATE visits SET led_to = 'T260101-001'",
  'visits.told': "UPDATE visits SET subject = 'T261120-001', reason = 'repair'",
  'visits.silent': "UPDATE visits SET result = 'no-answer', opinion = '好'",
  'visits.sampled':
    "UPDATE visits SET sample_id = 1, reason = 'sample', unit_id = (SELECT id FROM units WHERE code = 'S-12')",
  'samples.month': "UPDATE samples SET month = '2026-13'",
  'samples.units': 'DELETE FROM sample_units',
};

/** S261120-001 is open; one form is back, one is out. */
const surveys = {
  'surveys.moments': "UPDATE survey_forms SET returned_at = '2026-11-21' WHERE id = 1",
  'surveys.state': "UPDATE surveys SET analysis = '分析'",
  'surveys.year': "UPDATE surveys SET year = '26'",
  'surveys.round': `UPDATE surveys SET state = 'closed', analysis = '分析',
    closed_at = '2026-11-22T00:00:00Z'`,
  'surveys.questions': 'DELETE FROM survey_questions WHERE part = 2',
  'surveys.order': "UPDATE survey_forms SET sent_at = '2026-11-20T10:59:59Z' WHERE id = 2",
  'surveys.answers': "UPDATE survey_answers SET answer = 'superb' WHERE part = 1",
  'surveys.valid': 'DELETE FROM survey_answers',
};

const meters = {
  'meters.carried': 'UPDATE meter_readings SET carry_thousandths = 1',
  'meters.once_a_day': `INSERT INTO meter_readings (unit_id, meter, read_on, reading_thousandths)
    SELECT r.unit_id, 'heat', '2026-11-20', value
    FROM meter_readings AS r, json_each('[1, 2]') WHERE r.id = 1`,
  'meters.billed': `INSERT INTO charges (unit_id, tariff, cycle_on, period_start, period_end,
      quantity_thousandths, rate_tenthousandths, percent, amount_fen, due_on, debtor,
      from_reading_id, to_reading_id, billed_at, billed_by)
    SELECT unit_id, 'water', '2026-10-01', '2026-10-01', '2026-12-31', 1000, 40000, 100, 400,
      '2027-01-25', 'developer', id, id, '2026-11-21T01:00:00Z', 1
    FROM meter_readings WHERE id = 1`,
};

/** A trust like this: it was seen once, after a rain, and is to be seen again. */
const trust = (change: string) => `
  INSERT INTO subscriptions (no, unit_id, tariff, from_on, quantity_thousandths, agreed_at,
      agreed_by)
    SELECT 'A260101-001', min(id), 'trust', '2026-01-01', 1000, '2026-01-01T01:00:00Z', 1
    FROM units;
  INSERT INTO deadlines (subject, kind, role, since_at, due_at, clause, limit_text)
    VALUES ('A260101-001', 'trust.patrol', 'security', '2026-01-03T01:00:00Z',
      '2026-01-10T15:59:59Z', 'trusts.patrol', '7d');
  INSERT INTO rains (id, starts_at, ends_at, recorded_by)
    VALUES (91, '2026-01-02T01:00:00Z', '2026-01-02T09:00:00Z', 1);
  INSERT INTO trust_patrols (subscription_id, rain_id, turn, ok, owner_told, patrolled_at,
      patrolled_by)
    SELECT id, 91, 'after-rain', 1, 0, '2026-01-03T01:00:00Z', 1 FROM subscriptions
    WHERE no = 'A260101-001';
  ${change};`;

const trusts = {
  'trusts.known': trust("UPDATE trust_patrols SET turn = 'at-night'"),
  'trusts.moments': trust("UPDATE rains SET ends_at = '2026-02-30T00:00:00Z'"),
  'trusts.found': trust("UPDATE trust_patrols SET findings = '漏水'"),
  'trusts.rain': trust('UPDATE trust_patrols SET rain_id = NULL'),
  'trusts.rain_order': trust("UPDATE rains SET ends_at = '2026-01-02T00:59:59Z'"),
  'trusts.watched': trust("DELETE FROM deadlines WHERE kind = 'trust.patrol'"),
  'trusts.decided': trust("UPDATE subscriptions SET full_fee_from_on = '2026-01-05'"),
};

const MONTH_CLOSED = `INSERT INTO rounds
    (routine, period, due_at, clause, limit_text, done_at, done_by)
  VALUES ('cash.close', '2020-01', '2020-01-31T15:59:59Z', 'rounds.close.due', '0d',
    '2020-01-31T10:00:00Z', 1);`;

const closing = (columns: string, values: string) =>
  `INSERT INTO cash_closings (month, closed_at, closed_by, ${columns})
   VALUES ('2020-01', '2020-01-31T10:00:00Z', 1, ${values});`;

const handIn = (at: string) => `INSERT INTO hand_ins
    (amount_fen, expected_fen, handed_at, handed_by, booked_on)
  VALUES (90, 100, '${at}', 1, '2026-11-21');`;

const cash = {
  'cash.moments': handIn('2026-11-21'),
  'cash.explained': handIn('2026-11-21T10:00:00Z'),
  'cash.closed_as_booked': closing('booked_fen, counted_fen', '5, 5') + MONTH_CLOSED,
  'cash.closing_done': MONTH_CLOSED,
};

/** A deposit of 20 yuan like this, and a second move of it. */
const deposit = (change: string, move = '') => `
  INSERT INTO deposits (no, unit_id, party, kind, taken_at)
    SELECT 'Y260101-001', min(id), 'household', 'renovation', '2026-01-01T01:00:00Z' FROM units;
  INSERT INTO deposit_moves (deposit_id, kind, amount_fen, method, moved_at, moved_by, booked_on)
    SELECT id, 'take', 2000, 'cash', taken_at, 1, '2026-01-01' FROM deposits
    WHERE no = 'Y260101-001';
  ${change};
  ${
    move &&
    `INSERT INTO deposit_moves
      (deposit_id, kind, amount_fen, method, moved_at, moved_by, booked_on)
    SELECT id, ${move}, 1, '2026-01-01' FROM deposits WHERE no = 'Y260101-001';`
  }`;

const deposits = {
  'deposits.known': deposit("UPDATE deposits SET party = 'landlord'"),
  'deposits.moments': deposit("UPDATE deposit_moves SET booked_on = '2026-02-30'"),
  'deposits.taken': deposit("UPDATE deposits SET taken_at = '2026-01-01T00:59:59Z'"),
  'deposits.held': deposit('', "'refund', -2001, 'cash', '2026-01-01T02:00:00Z'"),
  'deposits.order': deposit('', "'refund', -1000, 'cash', '2026-01-01T00:59:59Z'"),
  'deposits.deducted': deposit('', "'deduct', -1000, 'cash', '2026-01-01T02:00:00Z'"),
  'deposits.subject': deposit("UPDATE deposits SET subject = 'T260101-001'"),
};

/** A contact like this of a unit that owed 30 yuan. */
const contact = (change: string) => `
  INSERT INTO contacts (no, unit_id, debtor, stage, way, result, amount_fen, oldest_due_on,
      newest_due_on, contacted_at, contacted_by)
    SELECT 'N260101-001', min(id), 'owner', 'notice', 'sms', 'sent', 3000, '2025-12-25',
      '2025-12-25', '2026-01-01T01:00:00Z', 1 FROM units;
  UPDATE contacts SET ${change};`;

const dunning = {
  'dunning.known': contact("way = 'pigeon'"),
  'dunning.days': contact("effective_on = '2026-02-30'"),
  'dunning.promise': contact("promise_on = '2026-01-05'"),
  'dunning.promised': contact("result = 'promised', promise_on = '2026-01-05'"),
  'dunning.legal': contact("stage = 'legal'"),
  'dunning.owed': contact('oldest_due_on = NULL'),
  'dunning.delivered': contact("delivered_on = '2026-01-05'"),
};

/** A receipt of 20 yuan that pays 15 of a charge of 30; then what is wrong with them. */
const receipt = (change: string, settlement = '') => `
  INSERT INTO charges (id, unit_id, tariff, cycle_on, period_start, period_end,
      quantity_thousandths, rate_tenthousandths, percent, amount_fen, due_on, debtor, billed_at,
      billed_by)
    SELECT 9001, min(id), 'service', '2026-01-01', '2026-01-01', '2026-01-01', 1000, 300000, 100,
      3000, '2026-01-31', 'developer', '2026-01-01T00:30:00Z', 1 FROM units;
  INSERT INTO receipts (id, no, unit_id, method, amount_fen, issued_at, issued_by, received_at,
      received_by, booked_on)
    SELECT 9001, 'R260101-001', unit_id, 'wechat', 2000, '2026-01-01T01:00:00Z', 1,
      '2026-01-01T01:00:00Z', 1, '2026-01-01' FROM charges WHERE id = 9001;
  INSERT INTO settlements (charge_id, kind, amount_fen, receipt_id, settled_at, settled_by)
    VALUES (9001, 'payment', 1500, 9001, '2026-01-01T01:00:00Z', 1);
  ${settlement && settled(settlement)}${change};`;

/** Another settlement of that charge: kind, amount, receipt, moment. */
const settled = (values: string) => `INSERT INTO settlements
  (charge_id, kind, amount_fen, receipt_id, settled_at, settled_by) VALUES (9001, ${values}, 1);`;

/** Some of what is left of that receipt goes out: kind, amount, method, moment. */
const payout = (values: string) => `INSERT INTO payouts
  (receipt_id, kind, amount_fen, method, paid_at, reason, paid_by, booked_on)
  VALUES (9001, ${values}, 'x', 1, '2026-01-01')`;

const issued = (no: string, voided = 'NULL') => `INSERT INTO receipts
    (no, unit_id, method, amount_fen, issued_at, issued_by, voided_at)
  SELECT '${no}', unit_id, 'cash', 100, '2026-01-01T01:00:00Z', 1, ${voided}
  FROM receipts WHERE id = 9001`;

const receipts = {
  'receipts.known': receipt("UPDATE receipts SET method = 'shells'"),
  'receipts.moments': receipt("UPDATE receipts SET booked_on = '2026-02-30'"),
  'receipts.numbers': receipt("UPDATE receipts SET no = 'R260101-002' WHERE id = 9001"),
  'receipts.order': receipt("UPDATE receipts SET issued_at = '2026-01-01T01:00:01Z'"),
  'receipts.received': receipt('UPDATE receipts SET booked_on = NULL'),
  'receipts.void': receipt(issued('R260101-002', "'2026-01-01T02:00:00Z'")),
  'receipts.collect_promised': receipt(issued('R260101-002')),
  'receipts.sums': receipt(payout("'refund', 501, 'bank', '2026-01-01T02:00:00Z'")),
  'receipts.reversals': receipt(`INSERT INTO receipts (no, unit_id, method, amount_fen, reverses_id,
      reason, issued_at, issued_by, received_at, received_by, booked_on)
    SELECT 'R260101-002', unit_id, method, -2000, id, 'x', issued_at, 1, received_at, 1, booked_on
    FROM receipts WHERE id = 9001`),
  'receipts.transfers': receipt("UPDATE receipts SET method = 'transfer'"),
  'settlements.known': receipt("UPDATE settlements SET kind = 'gift'"),
  'settlements.receipt': receipt('UPDATE settlements SET receipt_id = NULL'),
  'settlements.sums': receipt('', "'waiver', 1501, NULL, '2026-01-01T02:00:00Z'"),
  'settlements.order': receipt('', "'waiver', 1, NULL, '2026-01-01T00:59:59Z'"),
  'payouts.known': receipt(payout("'gift', 1, 'bank', '2026-01-01T02:00:00Z'")),
  'payouts.target': receipt(payout("'transfer', 1, 'transfer', '2026-01-01T02:00:00Z'")),
  'payouts.order': receipt(payout("'refund', 1, 'bank', '2026-01-01T00:59:59Z'")),
};

/** A charge of one yuan. */
const CHARGE = `
  INSERT INTO charges (unit_id, tariff, cycle_on, period_start, period_end, quantity_thousandths,
      rate_tenthousandths, percent, amount_fen, due_on, debtor, billed_at, billed_by)
    SELECT min(id), 'service', '2026-01-01', '2026-01-01', '2026-01-01', 1000, 10000, 100, 100,
      '2026-01-31', 'developer', '2026-01-01T01:00:00Z', 1 FROM units;`;

/** What lessens it. */
const lessened = (kind: string, amountFen: number) => `${CHARGE}
  INSERT INTO settlements (charge_id, kind, amount_fen, settled_at, settled_by)
    SELECT max(id), '${kind}', ${amountFen}, '2026-01-02T01:00:00Z', 1 FROM charges;`;

/** The charge changed so. */
const charge = (set: string) =>
  `${CHARGE} UPDATE charges SET ${set} WHERE id = (SELECT max(id) FROM charges)`;

/** Two vacancies of a unit, the second beginning on that day. */
const vacancies = (fromOn: string, change = '') => `
  INSERT INTO subscriptions (no, unit_id, tariff, from_on, until_on, quantity_thousandths,
      agreed_at, agreed_by)
    SELECT 'A260101-00' || value, (SELECT min(id) FROM units), 'vacant',
      iif(value = 1, '2026-01-01', '${fromOn}'), iif(value = 1, '2026-01-31', NULL), 1000,
      '2026-01-01T01:00:00Z', 1 FROM json_each('[1, 2]');
  ${change}`;

const fees = {
  'subscriptions.days': vacancies('2026-02-30'),
  'subscriptions.apart': vacancies('2026-01-31'),
  'charges.known': charge("period_end = '2025-12-31'"),
  'charges.debtor': charge('debtor_id = (SELECT min(id) FROM people)'),
  'charges.subscription': vacancies(
    '2026-02-01',
    charge('subscription_id = (SELECT min(id) FROM subscriptions)'),
  ),
  'charges.subject': charge("subject = 'T260101-001'"),
  'charges.penalty': charge('penalty_of = id'),
  'charges.reversed': lessened('reversal', 99),
  'charges.waived': lessened('waiver', 1),
};

/** D261120-001 was accepted, its pass is still out; D261120-002 runs, a violation is open. */
const renovations = {
  'renovations.known': "UPDATE violation_measures SET measure = 'fine'",
  'renovations.moments': "UPDATE renovation_patrols SET patrolled_at = '2026-11-20 15:00'",
  'renovations.codes': "UPDATE renovations SET works = 'gas,,heating'",
  'renovations.period': "UPDATE renovations SET until_on = '2026-11-19'",
  'renovations.state': "UPDATE renovations SET accepted_by = NULL WHERE state = 'accepted'",
  'renovations.order': "UPDATE renovations SET approved_at = '2026-11-19T00:00:00Z'",
  'renovations.permits': 'DELETE FROM renovation_permits WHERE part = 0',
  'renovations.inspected': 'UPDATE renovation_inspections SET passed = 0',
  'renovations.violations': "UPDATE renovation_violations SET reported_to = '城管' WHERE part = 1",
  'renovations.rectified': `UPDATE renovations SET state = 'reinspected'
    WHERE no = 'D261120-002'`,
  'renovations.patrolled': "DELETE FROM deadlines WHERE kind = 'reno.patrol' AND ending IS NULL",
  'renovations.promised': "DELETE FROM deadlines WHERE kind = 'reno.reinspect'",
  'renovations.parts_promised': "DELETE FROM deadlines WHERE kind = 'reno.rectify'",
  'renovations.owing': `UPDATE deadlines SET ending = NULL, ended_at = NULL
    WHERE kind = 'reno.approve'`,
  'renovations.settled': "UPDATE renovations SET state = 'settled' WHERE state = 'accepted'",
};

/** The day shift of the second member of staff, like this. */
const turn = (columns: string, values: string) => `
  INSERT INTO roster_turns (id, day, shift, staff_id, from_at, until_at, planned_at, planned_by
      ${columns && `, ${columns}`})
    VALUES (91, '2026-11-21', 'early', 2, '2026-11-20T23:00:00Z', '2026-11-21T07:00:00Z',
      '2026-11-20T02:00:00Z', 1 ${values && `, ${values}`})`;

const attendance = (columns: string, values: string) => `${turn('', '')};
  INSERT INTO attendances (turn_id, recorded_at, recorded_by, ${columns})
    VALUES (91, '2026-11-21T01:00:00Z', 1, ${values})`;

const roster = {
  'roster.moments': `${turn('', '')}; UPDATE roster_turns SET planned_at = '2026-11-20' WHERE id = 91`,
  'roster.hours': `${turn('', '')}; UPDATE roster_turns SET until_at = from_at WHERE id = 91`,
  'roster.dropped': turn('dropped_at', "'2026-11-20T03:00:00Z'"),
  'roster.instead': turn('instead_of', '91'),
  'attendances.known': attendance('came_at, absence', "'2026-11-20T22:40:00Z', 'sick'"),
  'attendances.moments': attendance('came_at', "'2026-11-20 22:40'"),
  'attendances.planned': `${attendance('came_at', "'2026-11-20T22:40:00Z'")};
    UPDATE roster_turns SET dropped_at = '2026-11-20T03:00:00Z', reason = '生病' WHERE id = 91`,
};

const version = (version: number, sinceAt: string, hash: string) =>
  `INSERT INTO book_versions (book, version, since_at, is_enabled, hash, declared)
   VALUES ('umbrella', ${version}, '${sinceAt}', 1, '${hash}', '{"key":"umbrella","hash":"a"}')`;

const books = {
  'books.versions': version(2, '2026-11-20T01:00:00Z', 'a'),
  'books.moments': version(1, '2026-11-20', 'a'),
  'books.declared': version(1, '2026-11-20T01:00:00Z', 'b'),
};

/** U261120-001, an umbrella lent by the first member of staff, like this. */
const entry = (change = '') => `${version(1, '2026-11-20T01:00:00Z', 'a')};
  INSERT INTO entries (id, no, book, version, state, title, fields, entered_at, entered_by)
    VALUES (91, 'U261120-001', 'umbrella', 1, 'open', '', '{}', '2026-11-20T02:00:00Z', 1);
  ${change && `UPDATE entries SET ${change} WHERE id = 91`}`;

const promised = (kind: string, change = '') => `${entry(change)};
  INSERT INTO deadlines (subject, kind, role, since_at, due_at, clause, limit_text)
    VALUES ('U261120-001', '${kind}', 'clerk', '2026-11-20T02:00:00Z', '2026-11-20T15:59:59Z',
      'books.umbrella.deadlines.return', '0d')`;

const approved = (at: string) => `
  INSERT INTO entry_approvals (entry_id, approval, approved_at, approved_by)
    VALUES (91, 'director', '${at}', 1)`;

const RETURN = 'books.umbrella.return';

const entries = {
  'entries.known': entry("state = 'lost'"),
  'entries.moments': entry("entered_at = '2026-11-20'"),
  'entries.order': entry("state = 'closed', closed_at = '2026-11-20T01:59:59Z'"),
  'entries.ended': entry("closed_at = '2026-11-20T02:00:00Z'"),
  'entries.version': entry('version = 2'),
  'entries.fields': entry("fields = '[]'"),
  'entries.kinds': promised('books.key.return'),
  'entries.promised_once': `${promised(RETURN)};
    INSERT INTO deadlines (subject, kind, role, since_at, due_at, clause, limit_text)
    SELECT subject, kind, role, since_at, due_at, clause, limit_text
    FROM deadlines WHERE kind = '${RETURN}'`,
  'entries.owing': promised(RETURN, "state = 'closed', closed_at = '2026-11-20T02:00:00Z'"),
  'entry_approvals.moments': `${entry()}; ${approved('2026-11-20T01:59:59Z')}`,
  'entry_approvals.owed': `${promised('books.umbrella.approve-director')};
    ${approved('2026-11-20T03:00:00Z')}`,
};

const deadlines = {
  'rounds.known': "UPDATE rounds SET routine = 'visit.party' WHERE id = 1",
  'rounds.moments': "UPDATE rounds SET done_at = '2026-11-20'",
  'deadlines.subject': "UPDATE deadlines SET subject = 'T260101-001' WHERE id = 1",
  'deadlines.moments': "UPDATE deadlines SET due_at = '' WHERE id = 1",
  'deadlines.ended_after': "UPDATE deadlines SET since_at = '2027-01-01T00:00:00Z' WHERE id = 1",
  'deadlines.ending': "UPDATE deadlines SET ending = 'missed' WHERE id = 1",
};

const handover = {
  'handovers.moments': "UPDATE handovers SET begins_at = '2026-11-21'",
  'handovers.signed': 'UPDATE handovers SET to_id = NULL',
  'handovers.items':
    "INSERT INTO handovers (no, day, shift, from_id, begins_at, awaited_at) VALUES ('J261122-001', '2026-11-22', 'late', 1, '2026-11-22T15:00:00Z', '2026-11-22T15:00:00Z'); UPDATE handover_items SET handover_id = 2 WHERE id = 1",
  'handovers.notes': "UPDATE handover_notes SET noted_at = '2026-11-22T00:00:00Z'",
};

/** The receipt is printed once, October is closed; both tables refuse what is not new. */
const reports = {
  'printouts.copies': `INSERT INTO printouts (form, subject, copy, template_hash, page_hash, printed_at, printed_by)
    SELECT form, subject, 3, '', '', printed_at, printed_by FROM printouts`,
  'printouts.moments': `INSERT INTO printouts (form, subject, copy, template_hash, page_hash, printed_at, printed_by)
    SELECT form, subject, 2, '', '', '2026-11-21', printed_by FROM printouts`,
  'closings.report': `INSERT INTO report_closings (month, report, hash, seq, closed_at, closed_by)
    SELECT '2026-09', report, hash, seq, closed_at, closed_by FROM report_closings`,
  'closings.rounds': "DELETE FROM rounds WHERE routine = 'report.close'",
};

const queued = (values: string) =>
  `INSERT INTO outbox (message, channel, title, body, state, queued_at, tries, tried_at, sent_at)
   VALUES ('daily:2026-11-22', 'office', '', '', ${values})`;

const outbox = {
  'outbox.state': queued("'sent', '2026-11-22T02:00:00Z', 1, '2026-11-22T02:00:00Z', NULL"),
  'outbox.moments': queued("'waiting', '2026-11-22', 0, NULL, NULL"),
};

export const BROKEN: Readonly<Record<string, string>> = {
  ...journal,
  ...registry,
  ...tickets,
  ...moves,
  ...meters,
  ...trusts,
  ...complaints,
  ...enquiries,
  ...plans,
  ...visits,
  ...surveys,
  ...cash,
  ...deposits,
  ...dunning,
  ...fees,
  ...receipts,
  ...renovations,
  ...roster,
  ...books,
  ...entries,
  ...handover,
  ...deadlines,
  ...reports,
  ...outbox,
};
