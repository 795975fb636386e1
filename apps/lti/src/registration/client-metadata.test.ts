import { describe, expect, test } from 'vitest';
import { clientMetadata, toolClaim } from './client-metadata.js';
import { platformClaim, platformConfiguration } from './platform-configuration.js';

const addresses = { publicUrl: 'https://tool.example', iconUrl: 'https://tool.example/icon.svg' };

interface Message {
  readonly type: string;
  readonly placements?: readonly string[];
}

function messagesFor(
  product: string,
  messages_supported?: readonly Message[],
): Record<string, readonly string[] | undefined> {
  const configuration = platformConfiguration.parse({
    issuer: 'https://lms.example',
    authorization_endpoint: 'https://lms.example/auth',
    registration_endpoint: 'https://lms.example/register',
    token_endpoint: 'https://lms.example/token',
    jwks_uri: 'https://lms.example/keys',
    [platformClaim]: { product_family_code: product, ...(messages_supported ? { messages_supported } : {}) },
  });
  const { messages } = clientMetadata(configuration, addresses)[toolClaim] as { messages: readonly Message[] };
  return Object.fromEntries(messages.map(({ type, placements }) => [type, placements]));
}

const canvas = (name: string) => `https://canvas.instructure.com/lti/${name}`;

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
