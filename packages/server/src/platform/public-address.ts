import { BlockList, isIP } from 'node:net';

/** Special networks of IPv4 (RFC 6890 and its registry): nothing in them is a public server. */
const NOT_PUBLIC_4 = [
  '0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15',
  '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4',
];
/** Of IPv6, within 2000::/3, which alone is public: Teredo, documentation, 6to4 and others that lead elsewhere. */
const NOT_PUBLIC_6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

const blocked = new BlockList();
for (const network of NOT_PUBLIC_4) addTo(blocked, network, 'ipv4');
for (const network of NOT_PUBLIC_6) addTo(blocked, network, 'ipv6');
const global6 = new BlockList();
global6.addSubnet('2000::', 3, 'ipv6');

function addTo(list: BlockList, network: string, family: 'ipv4' | 'ipv6'): void {
  const [address = '', bits] = network.split('/');
  list.addSubnet(address, Number(bits), family);
}

/**
 * Whether a request of ours may go to this address: not to the machine itself, its networks, a cloud's metadata service, nor to an IPv6 address that
 * stands for one of IPv4 (mapped, NAT64). False for what is no address.
 */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !blocked.check(address, 'ipv4');
  return family === 6 && global6.check(address, 'ipv6') && !blocked.check(address, 'ipv6');
}
