import validation from '@learninglocker/xapi-validation';
import * as imported from '@learninglocker/xapi-validation';

type Validate = (
  statement: unknown,
) => readonly { readonly name: string; readonly path: readonly string[] }[];

/** It is a CommonJS module, whose default stands one level deeper under Node. */
const validate = ((imported as { default?: { default?: Validate } }).default?.default ??
  validation) as Validate;

/** What an independent validator finds wrong with statements: where, and what. */
export function statementFaults(statements: readonly unknown[]): string[] {
  return statements.flatMap((statement) =>
    validate(statement).map(({ name, path }) => `${path.join('.')}: ${name}`),
  );
}
