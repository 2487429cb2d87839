/** What wy knows of papers, forms, goods and the rest by code; moves/model.ts has their names. */
export const PAPER_CODES = [
  'id-card',
  'purchase-contract',
  'handover-notice',
  'authorization',
  'agent-id',
  'company-certificate',
  'attendee-id',
  'title-proof',
  'family-ids',
  'household-register',
  'service-agreement',
  'interim-covenant',
  'renovation-application',
  'renovation-agreement',
] as const;

export const GOODS_CODES = [
  'keys',
  'cards',
  'handbook',
  'renovation-notes',
  'plans',
  'receipt-list',
] as const;

export const SETTLEMENT_CODES = [
  'arrears',
  'vehicles',
  'deposits',
  'exit-pass',
  'forwarding-address',
] as const;

/** Each has an option of its own, so a site cannot add to them. */
export const METER_CODES = ['water', 'electricity', 'gas', 'heat'] as const;
