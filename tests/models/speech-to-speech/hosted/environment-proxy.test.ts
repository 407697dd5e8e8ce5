import { describe, expect, it } from 'vitest';
import { environmentProxy } from '../../../../models/speech-to-speech/hosted/environment-proxy.ts';

const PROXY = 'http://proxy.example:3128';
const through = (address: string, noProxy: string) => environmentProxy(address, { HTTPS_PROXY: PROXY, NO_PROXY: noProxy }) === PROXY;

describe('the proxy of the environment', () => {
  it.each([
    [{ HTTPS_PROXY: PROXY }, PROXY],
    [{ https_proxy: PROXY, HTTPS_PROXY: 'http://other.example' }, PROXY],
    [{ ALL_PROXY: PROXY }, PROXY],
    [{ HTTP_PROXY: PROXY }, null],
    [{ HTTPS_PROXY: '' }, null],
    [{}, null],
  ])('%j', (environment, proxy) => {
    expect(environmentProxy('wss://api.example/v1', environment)).toBe(proxy);
  });

  it('takes none to a server of this network, and none for no address', () => {
    expect(environmentProxy('ws://nas:8000/v1', { HTTPS_PROXY: PROXY })).toBeNull();
    expect(environmentProxy(null, { HTTPS_PROXY: PROXY })).toBeNull();
    expect(environmentProxy('wss://', { HTTPS_PROXY: PROXY })).toBeNull();
  });

  it.each([
    ['wss://api.example/v1', '*', false],
    ['wss://api.example/v1', 'api.example', false],
    ['wss://api.example/v1', 'API.Example', false],
    ['wss://api.example/v1', 'other.example, example', false],
    ['wss://api.example/v1', '.example', false],
    ['wss://api.example/v1', '*.example', false],
    ['wss://api.example/v1', 'i.example', true],
    ['wss://api.example/v1', 'api.example.com', true],
    ['wss://api.example/v1', 'api.example:443', false],
    ['wss://api.example:8443/v1', 'api.example:443', true],
    ['wss://10.1.2.3/v1', '10.1.2.3', false],
    ['wss://10.1.2.3/v1', '10.0.0.0/8', false],
    ['wss://11.1.2.3/v1', '10.0.0.0/8', true],
    ['wss://10.1.2.3/v1', '3', true],
    ['wss://[fd00::1]/v1', 'fd00::/8', false],
    ['wss://[fd00::1]/v1', '[fd00::1]:443', false],
    ['wss://[fd00::1]/v1', 'fd00::1', false],
    ['wss://api.example/v1', '10.0.0.0/99,,  ', true],
  ])('%s with NO_PROXY=%s', (address, noProxy, isThrough) => {
    expect(through(address, noProxy)).toBe(isThrough);
  });
});
