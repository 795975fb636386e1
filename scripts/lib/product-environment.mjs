/** Where each server finds its own address of the database, with which it signs in as one role and no other. */
const addressVariables = {
  access: 'ACCESS_DATABASE_URL',
  api: 'API_DATABASE_URL',
  jobs: 'JOBS_DATABASE_URL',
  lti: 'LTI_DATABASE_URL',
  vault: 'VAULT_DATABASE_URL',
};

/** The roles that each server signs in as; the owner's address is for commands only. */
export const rolesOf = { api: ['access', 'api', 'jobs', 'vault'], lti: ['lti'], 'demo platform': [] };

/**
 * The addresses of the database for the servers. One that a person set themselves goes first.
 * @param {string} databaseUrl the owner's
 * @param {{ access: string, api: string, jobs: string, lti: string, vault: string }} passwords
 * @returns {Record<string, string>}
 */
export function serverAddresses(databaseUrl, passwords) {
  const addresses = Object.entries(addressVariables).map(([role, variable]) => {
    const address = new URL(databaseUrl);
    address.username = `journeybook_${role}`;
    address.password = passwords[role];
    return [variable, process.env[variable] || address.href];
  });
  return Object.fromEntries(addresses);
}

/**
 * What one server is told: of the addresses of the database its own, and never the owner's.
 * @param {Record<string, string>} env @param {keyof typeof rolesOf} name
 */
export function environmentOf(env, name) {
  const foreign = Object.keys(addressVariables).filter((role) => !rolesOf[name].includes(role));
  const hidden = new Set(['DATABASE_URL', ...foreign.map((role) => addressVariables[role])]);
  // The key of the vault is for the API alone.
  if (name !== 'api') hidden.add('VAULT_KEY');
  return Object.fromEntries(Object.entries(env).filter(([variable]) => !hidden.has(variable)));
}

/**
 * The environment of the product's commands; of it each server is told its part.
 * @param {ReturnType<typeof import('./settings.mjs').readSettings>} settings
 * @param {{ ltiMachineToken: string, ltiEncryptionKey: string, demoPlatformSeed: string, secretsKey: string, vaultKey: string }} secrets `vaultKey`: the path of its file
 * @param {{ url: string, passwords: { access: string, api: string, jobs: string, lti: string, vault: string } }} database the owner's address, and the
 *   passwords of the servers' roles
 */
export function productEnvironment(settings, secrets, { url, passwords }) {
  const { ports, urls, demo } = settings;
  return {
    // What a person sets themselves goes first.
    LTI_MACHINE_TOKEN: secrets.ltiMachineToken,
    LTI_ENCRYPTION_KEY: secrets.ltiEncryptionKey,
    SECRETS_KEY: secrets.secretsKey,
    DEMO_PLATFORM_SEED: secrets.demoPlatformSeed,
    VAULT_KEY: secrets.vaultKey,
    ...process.env,
    DATABASE_URL: url,
    ...serverAddresses(url, passwords),
    DATA_DIR: settings.dataDir,
    HOST: settings.host,
    PORT: String(ports.api),
    LTI_PORT: String(ports.lti),
    LMS_PORT: String(ports.lms),
    PUBLIC_URL: urls.api,
    LTI_PUBLIC_URL: urls.lti,
    LMS_PUBLIC_URL: urls.lms,
    LTI_ALLOW_LOOPBACK_PLATFORMS: 'true',
    ALLOW_LOOPBACK_PROVIDERS: String(demo),
    DEMO: String(demo),
    LOG_LEVEL: settings.logLevel,
  };
}
