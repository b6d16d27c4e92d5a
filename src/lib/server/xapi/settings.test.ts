import { describe, expect, it } from 'vitest';
import { readXapiSettings } from './settings.ts';

const origin = 'https://quiz.example';
const endpoint = 'https://lrs.example/xapi';
const pair = { XAPI_KEY: 'key', XAPI_SECRET: 'hush' };

describe('the settings of a record store', () => {
  it('are none where there is none', () => {
    expect(readXapiSettings({})).toBeNull();
    expect(readXapiSettings({ XAPI_ENDPOINT: '' })).toBeNull();
  });

  it('are an endpoint with a key and a secret', () => {
    expect(readXapiSettings({ XAPI_ENDPOINT: endpoint, VERBATIM_ORIGIN: origin, ...pair })).toEqual(
      {
        endpoint: `${endpoint}/`,
        authorization: 'Basic a2V5Omh1c2g=',
        origin,
      },
    );
  });

  it('are an endpoint with a whole header', () => {
    const authorization = 'Bearer abc.def';
    const env = { XAPI_ENDPOINT: `${endpoint}/`, ORIGIN: origin };
    expect(readXapiSettings({ ...env, XAPI_AUTHORIZATION: authorization })).toEqual({
      endpoint: `${endpoint}/`,
      authorization,
      origin,
    });
  });

  it.each([
    ['the address of this site is not known', pair, '', /ORIGIN=/],
    ['there is no authorization', {}, origin, /XAPI_AUTHORIZATION/],
    ['half of it is missing', { XAPI_KEY: 'key' }, origin, /XAPI_SECRET/],
    ['there are two', { ...pair, XAPI_AUTHORIZATION: 'Basic x' }, origin, /either/],
    ['the header is torn', { XAPI_AUTHORIZATION: 'Basic hush\r\nX: y' }, origin, /not a header/],
    ['the header has no kind', { XAPI_AUTHORIZATION: 'hush' }, origin, /not a header/],
    ['the key has no endpoint', { XAPI_ENDPOINT: '', ...pair }, origin, /XAPI_KEY.*XAPI_ENDPOINT=/],
    ['it names statements', { XAPI_ENDPOINT: `${endpoint}/statements` }, origin, /Leave “stat/],
    ['the endpoint is no address', { XAPI_ENDPOINT: 'lrs', ...pair }, origin, /“lrs”/],
    ['it has a query', { XAPI_ENDPOINT: `${endpoint}?k=hush`, ...pair }, origin, /xapi\?…”/],
    ['it is a file', { XAPI_ENDPOINT: 'file:///xapi', ...pair }, origin, /XAPI_ENDPOINT=https/],
    ['it has a password', { XAPI_ENDPOINT: 'https://a:hush@l.example/' }, origin, /XAPI_KEY/],
  ])('are refused where %s, without the secret', (_why, env, site, words) => {
    const read = () => readXapiSettings({ XAPI_ENDPOINT: endpoint, ORIGIN: site, ...env });
    expect(read).toThrow(words);
    expect(read).not.toThrow(/hush/);
  });
});
