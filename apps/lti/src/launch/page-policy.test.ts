import { expect, test } from 'vitest';
import { framePolicy } from './page-policy.js';

test('the page may call one address and has the styles of its nonce', () => {
  expect(framePolicy({ apiUrl: 'https://api.example/some/path', styleNonce: 'n-1' })).toMatch(
    /style-src 'self' 'nonce-n-1'; .*connect-src https:\/\/api\.example; .*form-action 'none'$/,
  );
});
