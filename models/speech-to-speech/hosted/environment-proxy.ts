import { BlockList, isIP } from 'node:net';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The proxy that this system's environment wants for an address: HTTPS_PROXY, else ALL_PROXY, except for what NO_PROXY
 * names. An own server is reached by ws://, which never takes a proxy. Lower case counts first, as it does for curl.
 * @returns null = none
 */
export function environmentProxy(address: string | null, environment: Environment): string | null {
  if (address?.startsWith('wss:') !== true || !URL.canParse(address)) return null;
  const proxy = named(environment, 'https_proxy') ?? named(environment, 'all_proxy');
  if (proxy === null || isExempt(new URL(address), named(environment, 'no_proxy') ?? '')) return null;
  return proxy;
}

function named(environment: Environment, name: string): string | null {
  return environment[name]?.trim() || environment[name.toUpperCase()]?.trim() || null;
}

/** @param list hosts with everything below them, addresses, networks (10.0.0.0/8), each with or without a port; `*` = all */
function isExempt(address: URL, list: string): boolean {
  const host = address.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  const port = address.port || '443';
  return list
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .some((entry) => names(entry, host, port));
}

function names(entry: string, host: string, port: string): boolean {
  if (entry === '*') return true;
  const [, bracketed, plain, entryPort] = /^(?:\[(.+)\]|(.+?))(?::(\d+))?$/.exec(isIP(entry) === 6 ? `[${entry}]` : entry) ?? [];
  if (entryPort !== undefined && entryPort !== port) return false;
  const named = (bracketed ?? plain ?? entry).replace(/^\*?\./, '').replace(/\.$/, '');
  if (named.includes('/')) return isInNetwork(host, named);
  return host === named || (isIP(host) === 0 && host.endsWith(`.${named}`));
}

function isInNetwork(host: string, network: string): boolean {
  const [base = '', bits = ''] = network.split('/');
  const family = isIP(base);
  if (family === 0 || isIP(host) !== family || !/^\d{1,3}$/.test(bits) || Number(bits) > (family === 4 ? 32 : 128)) return false;
  const kind = family === 4 ? 'ipv4' : 'ipv6';
  const list = new BlockList();
  list.addSubnet(base, Number(bits), kind);
  return list.check(host, kind);
}
