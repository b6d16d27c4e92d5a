import { describe, expect, it } from 'vitest';
import { makeOwnerSecret, ownerOf } from './owner.ts';
import { dropOwner, holdOwner, readOwner, type Cookied } from './owner-cookie.ts';

function makeJar(address: string) {
  const jar = new Map<string, string>();
  const options: Record<string, unknown> = {};
  const event: Cookied = {
    url: new URL(address),
    locals: { carried: null },
    cookies: {
      get: (name) => jar.get(name),
      set: (name, value, given) => {
        jar.set(name, value);
        Object.assign(options, given);
      },
      delete: (name) => jar.delete(name),
    },
  };
  return { jar, options, event };
}

describe('the cookie of a browser', () => {
  it('is made once and kept', () => {
    const { event } = makeJar('http://localhost:3000');
    expect(readOwner(event)).toBeNull();
    const owner = holdOwner(event);
    expect(holdOwner(event)).toBe(owner);
    expect(readOwner(event)).toBe(owner);
  });

  it('is bound to the host over https, out of reach of scripts, and lasts 180 days', () => {
    const { event, jar, options } = makeJar('https://quiz.example');
    holdOwner(event);
    expect([...jar.keys()]).toEqual(['__Host-verbatim']);
    expect(options).toEqual({
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: true,
      maxAge: 15_552_000,
    });
  });

  it('is replaced where it can’t be ours', () => {
    const { event, jar } = makeJar('http://localhost:3000');
    jar.set('verbatim', 'guessed');
    expect(readOwner(event)).toBeNull();
    holdOwner(event);
    expect(jar.get('verbatim')).toHaveLength(43);
  });

  it('is carried on as long as nobody knows that the browser keeps it', () => {
    const { event } = makeJar('http://localhost:3000');
    const owner = holdOwner(event);
    expect(ownerOf(event.locals.carried ?? undefined)).toBe(owner);
    const kept = { ...event, locals: { carried: null } };
    expect(holdOwner(kept)).toBe(owner);
    expect(kept.locals.carried).toBeNull();
  });

  it('is taken from the address where the browser keeps no cookie', () => {
    const secret = makeOwnerSecret();
    const { event } = makeJar(`http://localhost:3000/?as=${secret}`);
    expect(holdOwner(event)).toBe(ownerOf(secret));
  });

  it('never comes from an address, which somebody else may have made', () => {
    const { event, jar } = makeJar(`http://localhost:3000/?as=${makeOwnerSecret()}`);
    holdOwner(event);
    expect([...jar.keys()]).toEqual([]);
  });

  it('is dropped', () => {
    const { event } = makeJar('http://localhost:3000');
    holdOwner(event);
    dropOwner(event);
    expect(readOwner(event)).toBeNull();
    expect(event.locals.carried).toBeNull();
  });
});
