import { expect, it, vi } from 'vitest';
import { handleError } from './hooks.server.ts';

it('a fault that comes before any reader is known is told in English', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const error = new Error('A module is gone');
  const event = { locals: {} } as Parameters<typeof handleError>[0]['event'];
  const told = await handleError({ error, event, status: 500, message: 'Internal Error' });
  expect(told).toEqual({ message: expect.stringMatching(/\w+\./) as string });
  expect(log).toHaveBeenCalledWith(error);
  log.mockRestore();
});
