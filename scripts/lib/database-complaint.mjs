const oldestServer = 150_000;

/**
 * What to do about a DATABASE_URL that does not work, in one line without its password.
 * @param {string} databaseUrl
 * @param {{ code?: string, message: string }} error from the attempt to connect
 */
export function connectionComplaint(databaseUrl, error) {
  if (!isAddress(databaseUrl)) {
    return 'DATABASE_URL is no address of a PostgreSQL database: write it as postgres://user:password@host:5432/journeybook.';
  }
  const { host, user, database } = partsOf(databaseUrl);
  switch (error.code) {
    case '28P01':
    case '28000':
      return `PostgreSQL at ${host} does not let the user "${user}" of DATABASE_URL in: correct its user name or password.`;
    case '3D000':
      return `PostgreSQL at ${host} has no database "${database}": create it (createdb ${database}) or correct DATABASE_URL.`;
    case '42501':
      return `The user "${user}" of DATABASE_URL may not connect to "${database}" at ${host}: give it the right, or correct DATABASE_URL.`;
    default:
      return `No PostgreSQL answers at ${host} (${reasonOf(error)}): start it or correct DATABASE_URL; without DATABASE_URL an embedded one is used.`;
  }
}

/** @param {string} databaseUrl @param {number} version as in server_version_num */
export function versionComplaint(databaseUrl, version) {
  if (version >= oldestServer) return undefined;
  return `PostgreSQL at ${partsOf(databaseUrl).host} is version ${Math.floor(version / 10_000)}, and Journeybook needs 15 or newer: give DATABASE_URL another server.`;
}

function isAddress(text) {
  return URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol);
}

function partsOf(databaseUrl) {
  const url = new URL(databaseUrl);
  return {
    host: url.host || 'localhost',
    user: decodeURIComponent(url.username),
    database: decodeURIComponent(url.pathname.slice(1)),
  };
}

function reasonOf(error) {
  const reasons = { ECONNREFUSED: 'nothing listens there', ENOTFOUND: 'no such host', ETIMEDOUT: 'no answer in time' };
  return reasons[error.code] ?? (error.code || error.message.split('\n')[0]);
}
