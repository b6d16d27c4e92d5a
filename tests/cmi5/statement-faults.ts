import validation from '@learninglocker/xapi-validation';
import * as imported from '@learninglocker/xapi-validation';

type Validate = (statement: unknown) => readonly { toString(): string }[];

/** It is a CommonJS module, whose default stands one level deeper under Node. */
const validate = ((imported as { default?: { default?: Validate } }).default?.default ??
  validation) as Validate;

/** What an independent validator finds wrong with statements. */
export function statementFaults(statements: readonly unknown[]): string[] {
  return statements.flatMap((statement) =>
    validate(statement).map((fault) => JSON.stringify(fault)),
  );
}
