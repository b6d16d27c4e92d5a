import { codes, isError } from '../../lib/bank/codes.ts';
import type { Issue } from '../../lib/bank/issue.ts';

/** Faults as a SARIF 2.1.0 log (OASIS), which code hosts show at their lines. */
export function issuesAsSarif(issues: readonly Issue[]): object {
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'verbatim-bank-check',
            rules: Object.entries(codes).map(([id, name]) => ({ id, name })),
          },
        },
        results: issues.map((issue) => ({
          ruleId: issue.code,
          level: isError(issue) ? 'error' : 'warning',
          message: { text: `${issue.message} ${issue.mend}` },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: `src/content/${issue.file}` },
                region: { startLine: issue.line, startColumn: issue.column },
              },
            },
          ],
        })),
      },
    ],
  };
}
