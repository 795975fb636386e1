/**
 * What is wrong with package-lock.json, one line a fault. An address in it would bind every installation to one registry; an optional
 * package without an entry makes `npm ci` fail on the platform that needs it (npm leaves it out silently when it cannot be had).
 * @param {{ packages?: Record<string, { resolved?: string, optionalDependencies?: Record<string, string> }> }} lock
 */
export function lockFaults(lock) {
  const entries = Object.entries(lock.packages ?? {});
  const names = new Set(
    entries.map(([where]) => where.slice(where.lastIndexOf('node_modules/') + 'node_modules/'.length)),
  );
  const addresses = entries
    .filter(([, { resolved }]) => /^https?:/.test(resolved ?? ''))
    .map(([where]) => `${where} has an http address in "resolved"`);
  const missing = entries.flatMap(([where, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !names.has(name))
      .map((name) => `${name}, optional for ${where || 'the project'}, has no entry`),
  );
  return [...addresses, ...missing];
}
