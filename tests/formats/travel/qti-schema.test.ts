import { describe, expect, it } from 'vitest';
import { writeItem } from '../../../src/lib/formats/travel/qti3/write-item.ts';
import { writeManifest } from '../../../src/lib/formats/travel/qti3/write-manifest.ts';
import { writeTest } from '../../../src/lib/formats/travel/qti3/write-test.ts';
import { english } from '../../../src/lib/messages/english.ts';
import { hostileTexts, unkeptTexts, withTexts } from './hostile-texts.ts';
import { hasQtiSchema, manifestFaultsOf, qtiFaultsOf } from './qti-schema.ts';
import { sampleBanks, sampleQuestions } from './sample-questions.ts';

const { say } = english;

if (hasQtiSchema) {
  describe('by the schema of QTI 3.0', () => {
    it('items of every type are valid', async () => {
      const questions = await sampleQuestions();
      const files = questions.map((question) => [`${question.id}.xml`, writeItem(question, say)]);
      expect(files.length).toBeGreaterThan(30);
      expect(await qtiFaultsOf(Object.fromEntries(files))).toEqual([]);
    });

    it('items are valid whatever their texts are', async () => {
      const questions = await sampleQuestions();
      const files = [...hostileTexts, ...unkeptTexts].flatMap((text, index) =>
        questions.map((question) => {
          const changed = withTexts(question, text);
          return [`${question.id}-text-${index}.xml`, writeItem(changed, say)] as const;
        }),
      );
      expect(await qtiFaultsOf(Object.fromEntries(files))).toEqual([]);
    });

    it('whole banks are valid, and their tests', async () => {
      const files = (await sampleBanks()).flatMap((bank) => [
        [`${bank.id}.xml`, writeTest(bank)] as const,
        ...bank.questions.map(
          (question) => [`${bank.id}-${question.id}.xml`, writeItem(question, say)] as const,
        ),
      ]);
      expect(await qtiFaultsOf(Object.fromEntries(files))).toEqual([]);
    });

    it('a test is valid whatever it is called', async () => {
      const [bank] = await sampleBanks();
      if (!bank) throw new Error('There is a bank');
      const files = [...hostileTexts, ...unkeptTexts, ''].map((text, index) => [
        `test-${index}.xml`,
        writeTest({ ...bank, title: text, summary: text }),
      ]);
      expect(await qtiFaultsOf(Object.fromEntries(files))).toEqual([]);
    });

    it('would find fault with an item without a title', async () => {
      const [question] = await sampleQuestions();
      if (!question) throw new Error('There is a question');
      const untitled = writeItem(question, say).replace(/ title="[^"]*"/, '');
      expect(await qtiFaultsOf({ 'untitled.xml': untitled })).not.toEqual([]);
    });
  });
}

describe('by the schema of IMS Content Packaging', () => {
  it('manifests are valid', async () => {
    const files = (await sampleBanks()).map((bank) => [`${bank.id}.xml`, writeManifest(bank)]);
    expect(await manifestFaultsOf(Object.fromEntries(files))).toEqual([]);
  });
});
