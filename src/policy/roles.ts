import type { Words } from '../lib/words.ts';
import { same, w } from '../lib/words.ts';

/** The roles the rules speak of (rule 171); a site may have its own titles for them. */
export const ROLES = [
  'clerk',
  'supervisor',
  'director',
  'finance',
  'engineering',
  'security',
  'cleaning',
  'greening',
] as const;

export type Role = (typeof ROLES)[number];

export const ROLE_TITLES: Readonly<Record<Role, Words>> = {
  clerk: w('客服管理员', 'Front-desk clerk'),
  supervisor: w('客服主管', 'Front-desk supervisor'),
  director: w('管理处主任', 'Site director'),
  finance: w('财务', 'Finance'),
  engineering: w('工程维修', 'Engineering'),
  security: w('安护', 'Security'),
  cleaning: w('保洁', 'Cleaning'),
  greening: w('绿化', 'Greening'),
};

/** The site's own title of a role, or the usual one. */
export function roleTitle(policy: { roles: Readonly<Record<Role, string>> }, role: Role): Words {
  return policy.roles[role] ? same(policy.roles[role]) : ROLE_TITLES[role];
}
