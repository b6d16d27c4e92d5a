import type { Plugin } from 'vite';
import { isError } from '../src/lib/bank/codes.ts';
import { describeIssue } from '../src/lib/bank/describe-issue.ts';
import { contentFolders, loadCollection } from '../src/lib/server/content/load-collection.ts';

/** A citation that names an unknown passage, or a question that is no item, fails the build. */
export const checkedExplainers: Plugin = {
  name: 'verbatim:checked-explainers',
  apply: 'build',
  async buildStart() {
    const { issues } = await loadCollection(contentFolders({}));
    const faults = issues.filter((issue) => issue.file.startsWith('explainers/') && isError(issue));
    if (faults.length > 0) this.error(faults.map(describeIssue).join('\n'));
  },
};
