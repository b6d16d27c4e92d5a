/** Whether a server hands out packages, which carry the key of their bank. */
export type PackagePolicy = 'open' | 'off';

/** Reads the policy (`PACKAGES`); throws in words what can't be used. */
export function readPackagePolicy(
  env: Readonly<Record<string, string | undefined>>,
): PackagePolicy {
  const value = env['PACKAGES'] || 'open';
  if (value === 'open' || value === 'off') return value;
  throw new Error(`PACKAGES is “${value}”. Write PACKAGES=open or PACKAGES=off, or leave it out.`);
}
