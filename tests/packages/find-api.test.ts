import { describe, expect, it } from 'vitest';
import { findApi } from '../../src/lib/player/scorm/find-api.ts';

describe('the search for an LMS', () => {
  const api = {};
  const framed = (parent: object | null, own: object = {}) => {
    const each: Record<string, unknown> = { opener: null, ...own };
    each['parent'] = parent ?? each;
    return each as unknown as Window;
  };

  it('goes up through the windows that frame this one', () => {
    expect(findApi('API', framed(framed(framed(null, { API: api }))))).toBe(api);
  });

  it('passes by windows that may not be read', () => {
    const closed = framed(framed(null, { API: api }));
    Object.defineProperty(closed, 'API', {
      get() {
        throw new Error('SecurityError');
      },
    });
    expect(findApi('API', framed(closed))).toBe(api);
  });

  it('goes on in the window that opened one of them', () => {
    const opener = framed(framed(null, { API: api }));
    expect(findApi('API', framed(framed(null, { opener })))).toBe(api);
  });

  it('ends at a window that is closed', () => {
    const closed = { parent: null, opener: null } as unknown as Window;
    expect(findApi('API', framed(null, { opener: closed }))).toBeNull();
    expect(findApi('API', framed(closed))).toBeNull();
  });

  it('ends where nothing is found, and where windows frame each other for ever', () => {
    expect(findApi('API', framed(null))).toBeNull();
    const [one, other] = [framed(null), framed(null)] as unknown as Record<string, unknown>[];
    if (one && other) [one['parent'], other['parent']] = [other, one];
    expect(findApi('API', one as unknown as Window)).toBeNull();
  });
});
