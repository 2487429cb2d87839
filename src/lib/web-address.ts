/** This machine. */
export const isOwnHost = (host: string): boolean =>
  /^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/i.test(host);

/** This machine, or the network it stands in (RFC 1918). */
const isNear = (host: string): boolean =>
  isOwnHost(host) || /^(?:10|192\.168|172\.(?:1[6-9]|2\d|3[01]))(?:\.\d{1,3}){2,3}$/.test(host);

/** Encrypted, or no further than its own network: what a key in an address may travel by. */
export const isSafeWeb = ({ protocol, hostname }: URL): boolean =>
  protocol === 'https:' || (protocol === 'http:' && isNear(hostname));
