const VISIBLE = 4;

/** 138****5678; 0755-****1234 without its extension; a number of six digits or fewer is hidden. */
export function maskPhone(phone: string): string {
  if (/^1\d{10}$/.test(phone)) return `${phone.slice(0, 3)}****${phone.slice(-VISIBLE)}`;
  const [, area, local] = /^(0\d{2,3})-(\d{7,8})(?:-\d+)?$/.exec(phone) ?? [];
  if (area && local) return `${area}-${lastFour(local)}`;
  return phone.length < 7 ? '*'.repeat(phone.length) : lastFour(phone);
}

/** Only the last four: **************1234. */
export function maskIdentity(identity: string): string {
  return identity.length <= VISIBLE ? '*'.repeat(identity.length) : lastFour(identity);
}

/** 李**: the first character, whatever the length; an empty name stays empty. */
export function maskName(name: string): string {
  const [first] = name.trim();
  return first === undefined ? '' : `${first}**`;
}

function lastFour(text: string): string {
  return '*'.repeat(text.length - VISIBLE) + text.slice(-VISIBLE);
}
