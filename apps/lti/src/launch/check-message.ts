import type { UnverifiedToken } from '../protocol/check-signed.js';
import { claim, messageType } from '../protocol/claim-names.js';
import { isIdentifier } from '../protocol/known-text.js';
import { parseSettings } from '../protocol/parse-deep-linking.js';
import { refuseAddress } from '@journeybook/outgoing';
import type { TokenExpectation } from './check-token.js';
import type { LaunchRefusal } from './refusal.js';

type Payload = UnverifiedToken['payload'];

/** What is wrong with the message in a launch's token, or null: for which page it is, of which kind, and what each kind must say. */
export function checkMessage({ payload }: UnverifiedToken, expectation: TokenExpectation): LaunchRefusal | null {
  const { state, launchUrl } = expectation;
  const target = payload[claim.targetLinkUri];
  if (typeof target !== 'string' || target !== state.target || !isOurs(target, launchUrl)) return 'wrong-target';
  if (payload[claim.version] !== '1.3.0') return 'version-unknown';
  const kind = payload[claim.messageType];
  if (kind !== messageType.resourceLink && kind !== messageType.deepLinking) return 'message-not-offered';
  if (!Array.isArray(payload[claim.roles])) return 'roles-missing';
  if (!isIdentifier(payload['sub'])) return 'person-missing';
  return kind === messageType.deepLinking ? checkSettings(payload, expectation) : checkLink(payload);
}

function checkLink(payload: Payload): LaunchRefusal | null {
  const link = payload[claim.resourceLink] as { readonly id?: unknown } | null | undefined;
  return isIdentifier(link?.id) ? null : 'claims-incomplete';
}

// A choice goes to that address with our signature: it must be one of the open web, as every address of a platform.
function checkSettings(payload: Payload, { allowLoopback }: TokenExpectation): LaunchRefusal | null {
  const settings = parseSettings(payload);
  return settings && refuseAddress(settings.returnUrl, allowLoopback) === null ? null : 'claims-incomplete';
}

/** Whether an address is our launch page, whatever parameters follow. */
export function isOurs(target: string, launchUrl: string): boolean {
  if (!URL.canParse(target)) return false;
  const { origin, pathname, username, hash } = new URL(target);
  return `${origin}${pathname}` === launchUrl && username === '' && hash === '';
}
