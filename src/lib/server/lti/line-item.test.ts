import { describe, expect, it } from 'vitest';
import { scoresAddress } from './line-item.ts';

describe('where scores are posted', () => {
  it.each([
    ['https://lms.example/items/1', 'https://lms.example/items/1/scores'],
    ['https://lms.example/items/1/', 'https://lms.example/items/1/scores'],
    [
      'https://lms.example/mod/lti/services.php/2/lineitems/5/lineitem?type_id=1&x=a%2Fb',
      'https://lms.example/mod/lti/services.php/2/lineitems/5/lineitem/scores?type_id=1&x=a%2Fb',
    ],
  ])('%s: %s', (lineItem, scores) => {
    expect(scoresAddress(lineItem)).toBe(scores);
  });
});
