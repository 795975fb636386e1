import { areOfOneVendor } from '../protocol/vendor-hosts.js';
import { type PlatformConfiguration, profileOf } from './platform-configuration.js';

/** Canvas's issuers in the cloud; every college has a host name of its own beside them (lti.md 4.1, 4.5). */
const canvasIssuers = new Set(['', 'beta.', 'test.'].map((part) => `https://canvas.${part}instructure.com`));

const hostOf = (address: string): string => (URL.canParse(address) ? new URL(address).host : '');

/**
 * The address whose host is not the platform's own, or null. Whoever can name a registration or token address of another host could
 * take its registrations over, so the issuer must be where the configuration is (LTI Dynamic Registration 1.0, 3.5.1), with Canvas's
 * documented exception, and every address must be on one of those two hosts or on one of the same vendor.
 */
export function foreignAddress(configurationUrl: string, configuration: PlatformConfiguration): string | null {
  const { issuer } = configuration;
  const own = hostOf(configurationUrl);
  const canvas = profileOf(configuration) === 'canvas' && canvasIssuers.has(issuer);
  if (hostOf(issuer) !== own && !canvas) return issuer;
  const known = [own, hostOf(issuer)];
  const { authorization_endpoint, registration_endpoint, token_endpoint, jwks_uri } = configuration;
  const addresses = [registration_endpoint, authorization_endpoint, token_endpoint, jwks_uri];
  return addresses.find((address) => !isOfPlatform(hostOf(address), known)) ?? null;
}

function isOfPlatform(host: string, known: readonly string[]): boolean {
  if (known.includes(host)) return true;
  return known.some((one) => areOfOneVendor(one, host));
}
