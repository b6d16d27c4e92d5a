import type { Explainer, ExplainerFile, Reference } from './explainer.ts';
import type { Issue } from './issue.ts';
import { reportInto } from './issue-list.ts';
import type { Located } from './item-block.ts';
import type { BankFile } from './read-bank.ts';
import type { TypedItem } from './type-item.ts';

/** Every passage and item that an explainer names must be there, and no question given away. */
export function checkExplainer(
  explainer: ExplainerFile,
  banks: readonly BankFile[],
  issues: Issue[],
): void {
  const report = reportInto(issues, explainer.path);
  for (const { value, place } of [...explainer.citations, ...explainer.questions]) {
    const item = findItem(value, banks);
    const count = item?.item.passages.length ?? 0;
    if (!item) {
      const message = `There is no item “${value.bank}/${value.item}” in the banks.`;
      report('E150', place, message, nearMend(value, banks));
    } else if (value.passage < 1 || value.passage > count) {
      const message = `The item “${value.bank}/${value.item}” has no passage ${value.passage}.`;
      report('E150', place, message, `Write a number from 1 to ${count} behind the colon.`);
    }
  }
  for (const question of explainer.questions) {
    const giver = explainer.citations.find((citation) => givesAway(citation, question, banks));
    if (!giver) continue;
    const message = `Line ${giver.place.line} cites the passage that answers this question.`;
    report('W216', question.place, message, 'Ask another item, or cite another passage.');
  }
}

/** An explainer without the places in its file, for those who serve it. */
export function toExplainer({ citations, questions, ...facts }: ExplainerFile): Explainer {
  const { path, slug, title, summary, language } = facts;
  const valueOf = ({ value }: Located<Reference>) => value;
  return {
    path,
    slug,
    title,
    summary,
    language,
    citations: citations.map(valueOf),
    questions: questions.map(valueOf),
  };
}

function findItem(reference: Reference, banks: readonly BankFile[]): TypedItem | undefined {
  const bank = banks.find(({ id }) => id === reference.bank);
  return bank?.items.find(({ item }) => item.id === reference.item);
}

function nearMend({ bank }: Reference, banks: readonly BankFile[]): string {
  const known = banks.find(({ id }) => id === bank);
  const names = known ? known.items.map(({ item }) => item.id) : banks.map(({ id }) => id);
  return `Use one of ${known ? `the items of ${bank}` : 'the banks'}: ${names.join(', ')}.`;
}

/** True where a citation shows a passage of the question's item, or part of one, or more than one. */
function givesAway(
  citation: Located<Reference>,
  question: Located<Reference>,
  banks: readonly BankFile[],
): boolean {
  const cited = findItem(citation.value, banks)?.item.passages[citation.value.passage - 1];
  const asked = findItem(question.value, banks)?.item.passages ?? [];
  return asked.some(
    ({ source, exact }) =>
      source === cited?.source && (exact.includes(cited.exact) || cited.exact.includes(exact)),
  );
}
