import { describe, expect, it } from 'vitest';
import { toolConfiguration } from './tool-configuration.ts';

describe('what a platform is told of this tool', () => {
  it('lets teachers choose a quiz in Canvas, which gives each place to the first message for it', () => {
    const configuration = toolConfiguration('https://quiz.example', null, true);
    const { messages } = configuration['https://purl.imsglobal.org/spec/lti-tool-configuration'];
    const places = new Map<string, string>();
    for (const message of messages) {
      // A message that names no place is for links, which it calls by this name.
      for (const place of 'placements' in message ? message.placements : ['ContentArea']) {
        if (!places.has(place)) places.set(place, message.type);
      }
    }
    expect([...places]).toEqual([
      ['ContentArea', 'LtiDeepLinkingRequest'],
      ['https://canvas.instructure.com/lti/assignment_selection', 'LtiDeepLinkingRequest'],
    ]);
  });
});
