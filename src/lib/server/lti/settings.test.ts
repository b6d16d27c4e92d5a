import { describe, expect, it } from 'vitest';
import { mayRegister, readLtiSettings } from './settings.ts';

describe('who may register a platform', () => {
  it.each<[Record<string, string>, string]>([
    [{}, 'open'],
    [{ LTI_REGISTRATION: 'open' }, 'open'],
    [{ LTI_REGISTRATION: 'approve' }, 'approve'],
    [{ LTI_REGISTRATION: 'off' }, 'off'],
    [{ LTI_REGISTRATION: 'abcdefgh-12345678' }, 'secret'],
    [{ CLASS_CREATION: 'invited' }, 'off'],
    [{ CLASS_PASSWORD: 'x' }, 'off'],
    [{ CLASS_PASSWORD: 'x', LTI_REGISTRATION: 'open' }, 'open'],
  ])('%j: %s', (env, kind) => {
    expect(readLtiSettings(env).registration.kind).toBe(kind);
  });

  it('is asked for a secret that can’t be guessed, and never told it', () => {
    expect(() => readLtiSettings({ LTI_REGISTRATION: 'short' })).toThrow(/at least 16/);
    expect(() => readLtiSettings({ LTI_REGISTRATION: 'short' })).not.toThrow(/short/);
  });

  it('has to know the secret', () => {
    const policy = { kind: 'secret', secret: 'abcdefgh-12345678' } as const;
    expect(mayRegister(policy, policy.secret)).toBe(true);
    for (const wrong of [null, '', 'abcdefgh-12345679'])
      expect(mayRegister(policy, wrong)).toBe(false);
    expect(mayRegister({ kind: 'off' }, null)).toBe(false);
    expect(mayRegister({ kind: 'approve' }, null)).toBe(true);
  });
});

describe('platforms on this machine', () => {
  it.each([
    ['http://localhost:3000', true],
    ['http://127.0.0.1:3000', true],
    ['https://quiz.example', false],
    ['', false],
  ])('are allowed by a server at “%s”: %s', (ORIGIN, allowed) => {
    expect(readLtiSettings({ ORIGIN }).allowsLoopback).toBe(allowed);
  });
});

describe('LTI_NAMES', () => {
  it('is keep or alias', () => {
    expect(readLtiSettings({}).names).toBe('keep');
    expect(readLtiSettings({ LTI_NAMES: 'alias' }).names).toBe('alias');
    expect(() => readLtiSettings({ LTI_NAMES: 'none' })).toThrow(/keep or LTI_NAMES=alias/);
  });
});
