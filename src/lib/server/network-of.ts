import { isIPv6 } from 'node:net';

const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/**
 * The network that an address counts as: an IPv4 address itself, of an IPv6 address its first 64 bits,
 * which one connection has for itself (RFC 6177). Anything else is its own network.
 */
export function networkOf(address: string): string {
  const [bare = ''] = address.split('%');
  const within = mapped.exec(bare)?.[1];
  if (within) return within;
  if (!isIPv6(bare)) return bare;
  const [head = '', tail] = bare.toLowerCase().split('::');
  const groups = head.split(':').filter(Boolean);
  const after = tail?.split(':').filter(Boolean) ?? [];
  // An IPv4 address written at the end takes the place of two groups.
  const length = groups.length + after.length + (bare.includes('.') ? 1 : 0);
  const zeros = Array<string>(Math.max(0, 8 - length)).fill('0');
  const all = [...groups, ...(tail === undefined ? [] : zeros), ...after];
  const first = all.slice(0, 4).map((group) => parseInt(group, 16).toString(16));
  return `${first.join(':')}::/64`;
}
