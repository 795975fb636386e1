/** The oldest Node on which npm can install the project, and the one on which everything runs. */
export const oldestNode = [20, 19];
export const runtimeMajor = 24;

/**
 * What is wrong with this Node, in one line; nothing when it can install the project.
 * @param {string} version as in process.versions.node
 */
export function nodeComplaint(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor, oldestMinor] = oldestNode;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return undefined;
  return `Journeybook needs Node ${oldestMajor}.${oldestMinor} or newer and this is Node ${version}: install a newer one from https://nodejs.org.`;
}

/** @param {string} version as in process.versions.node */
export function isRuntime(version) {
  return Number(version.split('.')[0]) >= runtimeMajor;
}
