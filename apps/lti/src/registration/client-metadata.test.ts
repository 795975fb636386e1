import { describe, expect, test } from 'vitest';
import { noticeScope, scope } from '../protocol/claim-names.js';
import { clientMetadata, toolClaim } from './client-metadata.js';
import { platformClaim, platformConfiguration } from './platform-configuration.js';

const addresses = { publicUrl: 'https://tool.example', iconUrl: 'https://tool.example/icon.svg' };

interface Message {
  readonly type: string;
  readonly placements?: readonly string[];
}

/** What a platform of this product is asked for, that offers these things. */
function askedOf(
  product_family_code: string,
  {
    scopes_supported,
    messages_supported,
  }: { scopes_supported?: readonly string[]; messages_supported?: readonly Message[] },
): Record<string, unknown> {
  const url = 'https://lms.example';
  const configuration = platformConfiguration.parse({
    issuer: url,
    authorization_endpoint: `${url}/auth`,
    registration_endpoint: `${url}/register`,
    token_endpoint: `${url}/token`,
    jwks_uri: `${url}/keys`,
    ...(scopes_supported ? { scopes_supported } : {}),
    [platformClaim]: { product_family_code, ...(messages_supported ? { messages_supported } : {}) },
  });
  return clientMetadata(configuration, addresses);
}

const wanted = Object.values(scope);
const scopesAskedOf = (product: string, scopes_supported?: readonly string[]) =>
  String(askedOf(product, scopes_supported ? { scopes_supported } : {})['scope']).split(' ');

function messagesFor(
  product: string,
  messages_supported?: readonly Message[],
): Record<string, readonly string[] | undefined> {
  const asked = askedOf(product, messages_supported ? { messages_supported } : {});
  const { messages } = asked[toolClaim] as { messages: readonly Message[] };
  return Object.fromEntries(messages.map(({ type, placements }) => [type, placements]));
}

const canvas = (name: string) => `https://canvas.instructure.com/lti/${name}`;

describe('the scopes that a platform is asked for', () => {
  test('are ours of those it offers, and all of ours where it lists none', () => {
    expect(scopesAskedOf('canvas', ['openid', ...wanted, 'another'])).toEqual(wanted);
    expect(scopesAskedOf('moodle', wanted.slice(1))).toEqual(wanted.slice(1));
    for (const listed of [undefined, [], ['openid']]) expect(scopesAskedOf('canvas', listed)).toEqual(wanted);
  });
  test('have notices among them at a Canvas that offers them, and nowhere else', () => {
    const all = [...wanted, noticeScope];
    expect(scopesAskedOf('canvas', all)).toEqual(all);
    for (const product of ['moodle', 'sakai']) expect(scopesAskedOf(product, all)).toEqual(wanted);
  });
});

describe('where Canvas is asked to offer us', () => {
  test('is the course’s menu, and wherever content is added, under the names that Canvas lists', () => {
    expect(
      messagesFor('canvas', [
        {
          type: 'LtiResourceLinkRequest',
          placements: [
            canvas('account_navigation'),
            canvas('assignment_view'),
            canvas('course_navigation'),
            'ContentArea',
          ],
        },
        {
          type: 'LtiDeepLinkingRequest',
          placements: [
            canvas('assignment_selection'),
            canvas('editor_button'),
            canvas('link_selection'),
            'RichTextEditor',
          ],
        },
        { type: 'LtiEulaRequest' },
      ]),
    ).toEqual({
      LtiResourceLinkRequest: [canvas('course_navigation')],
      LtiDeepLinkingRequest: [canvas('assignment_selection'), canvas('link_selection')],
    });
  });

  test('is named plainly where Canvas lists plain names, as it once did, or none', () => {
    const plain = {
      LtiResourceLinkRequest: ['course_navigation'],
      LtiDeepLinkingRequest: ['assignment_selection', 'link_selection', 'module_index_menu_modal'],
    };
    expect(messagesFor('canvas')).toEqual(plain);
    expect(
      messagesFor(
        'canvas',
        Object.entries(plain).map(([type, placements]) => ({ type, placements })),
      ),
    ).toEqual(plain);
  });

  test('is nowhere for a message none of whose places it has: without a place Canvas would choose one', () => {
    expect(
      messagesFor('canvas', [
        { type: 'LtiResourceLinkRequest', placements: [canvas('account_navigation')] },
        { type: 'LtiDeepLinkingRequest', placements: [canvas('assignment_selection')] },
      ]),
    ).toEqual({ LtiDeepLinkingRequest: [canvas('assignment_selection')] });
  });
});

describe('where other platforms are asked to offer us', () => {
  test('is where Moodle adds content', () => {
    expect(
      messagesFor('moodle', [
        { type: 'LtiResourceLinkRequest' },
        { type: 'LtiDeepLinkingRequest', placements: ['ContentArea'] },
      ]),
    ).toEqual({ LtiResourceLinkRequest: undefined, LtiDeepLinkingRequest: ['ContentArea'] });
  });
});
