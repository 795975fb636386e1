/**
 * The environment of the product's servers and commands.
 * @param {ReturnType<typeof import('./settings.mjs').readSettings>} settings
 * @param {{ ltiMachineToken: string, ltiEncryptionKey: string, demoPlatformSeed: string }} secrets
 * @param {string} databaseUrl
 * @param {string} signInKey
 */
export function productEnvironment(settings, secrets, databaseUrl, signInKey) {
  const { ports, urls, demo } = settings;
  return {
    // What a person sets themselves goes first.
    LTI_MACHINE_TOKEN: secrets.ltiMachineToken,
    LTI_ENCRYPTION_KEY: secrets.ltiEncryptionKey,
    DEMO_PLATFORM_SEED: secrets.demoPlatformSeed,
    SIGN_IN_KEY: signInKey,
    ...process.env,
    DATABASE_URL: databaseUrl,
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
