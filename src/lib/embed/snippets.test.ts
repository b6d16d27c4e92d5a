import { describe, expect, it } from 'vitest';
import type { BankId, ItemId } from '../quiz/ids.ts';
import { plainDelivery, type DeliveryOptions } from '../quiz/delivery-options.ts';
import { elementSnippet, embedAddress, iframeSnippet, type EmbeddedQuiz } from './snippets.ts';

function quizWith(options: Partial<DeliveryOptions> = {}, title = 'After the storm'): EmbeddedQuiz {
  return {
    origin: 'https://quiz.example',
    bank: { id: 'storm' as BankId, title },
    options: { ...plainDelivery, ...options },
  };
}

const chosen = { items: ['repairs', 'schools'] as ItemId[], passPercent: 80, accent: '0b4a8f' };

describe('the address of an embed', () => {
  it('has no query where nothing was chosen', () => {
    expect(embedAddress(quizWith())).toBe('https://quiz.example/embed/storm');
  });

  it('writes the options as they are read', () => {
    expect(embedAddress(quizWith(chosen))).toBe(
      'https://quiz.example/embed/storm?items=repairs,schools&pass=80&accent=0b4a8f',
    );
  });
});

describe('a snippet', () => {
  it('of a frame is two lines', () => {
    expect(iframeSnippet(quizWith(chosen)).split('\n')).toEqual([
      '<iframe src="https://quiz.example/embed/storm?items=repairs,schools&amp;pass=80&amp;accent=0b4a8f" title="After the storm" width="100%" height="640" style="border:0" loading="lazy" data-verbatim></iframe>',
      '<script async src="https://quiz.example/embed.js"></script>',
    ]);
  });

  it('of a frame keeps to the limits of its host', () => {
    const limits = { maxWidth: 500, maxHeight: 400 };
    expect(iframeSnippet(quizWith(), limits)).toContain(
      'width="100%" height="400" style="border:0;max-width:500px;max-height:400px"',
    );
  });

  it('of the element names the options as attributes', () => {
    expect(elementSnippet(quizWith(chosen)).split('\n')).toEqual([
      '<verbatim-quiz bank="storm" items="repairs,schools" pass="80" accent="0b4a8f" title="After the storm"></verbatim-quiz>',
      '<script async src="https://quiz.example/embed.js"></script>',
    ]);
  });

  it('holds a title of any signs', () => {
    const snippet = iframeSnippet(quizWith({}, 'A "quoted" <title> & more'));
    expect(snippet).toContain('title="A &quot;quoted&quot; &lt;title> &amp; more"');
  });
});
