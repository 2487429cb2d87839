// For every invariant of every slice one SQL that breaks it in the furnished ledger (002.sql).

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

const deadlines = {
  'rounds.known': "UPDATE rounds SET routine = 'visit.party'",
  'rounds.moments': "UPDATE rounds SET done_at = '2026-11-20'",
  'deadlines.subject': "UPDATE deadlines SET subject = 'T260101-001' WHERE id = 1",
  'deadlines.moments': "UPDATE deadlines SET due_at = '' WHERE id = 1",
  'deadlines.ended_after': "UPDATE deadlines SET since_at = '2027-01-01T00:00:00Z' WHERE id = 1",
  'deadlines.ending': "UPDATE deadlines SET ending = 'missed' WHERE id = 1",
};

export const BROKEN: Readonly<Record<string, string>> = {
  ...journal,
  ...registry,
  ...tickets,
  ...moves,
  ...complaints,
  ...enquiries,
  ...plans,
  ...visits,
  ...surveys,
  ...deadlines,
};
