import { driveLaunch } from '@journeybook/lms-simulator';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { claim } from '../../protocol/claim-names.js';
import { spoilt } from '../../testing/certification-cases.js';
import { drivePicker } from '../../testing/drive-picker.js';
import { readAddress } from '../../testing/read-address.js';
import { places, type Profile, startWorld, type World } from '../../testing/start-world.js';

describe.each<Profile>(['moodle', 'canvas'])('a page that was opened from %s', (profile) => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld(profile);
  });
  afterAll(() => world.close());
  const drive = () => driveLaunch({ simulator: world.simulator, ...places[profile], personId: 'priya-nair' });

  test('is found again at an address that names nobody and opens nothing', async () => {
    const address = await readAddress(await (await drive()).post());
    const reloaded = await fetch(address);
    const page = await reloaded.text();

    expect(reloaded.status).toBe(200);
    const [, json = ''] = /id="journeybook-launch">(.*?)<\/script>/.exec(page) ?? [];
    expect(JSON.parse(json)).toEqual({ apiUrl: world.config.apiUrl });
    expect(page).not.toMatch(/priya|nair|code-|Blueprint|Quality/i);
    expect(address).not.toMatch(/priya|nair|code-/i);
    const { headers } = reloaded;
    expect(headers.get('content-security-policy')).toMatch(
      /default-src 'none'; script-src 'self'; .*base-uri 'none'; form-action 'self'; frame-ancestors http/,
    );
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-frame-options')).toBeNull();
    expect(headers.getSetCookie()).toEqual([]);
  });

  test('has an address of its own each time, also when it is the one that chooses', async () => {
    const picker = async () => (await drivePicker(world, profile).request()).post();
    const pages = [await (await drive()).post(), await (await drive()).post(), await picker()];
    const names = await Promise.all(pages.map(async (page) => new URL(await readAddress(page)).hash));
    expect(new Set(names).size).toBe(3);
  });

  describe('and is posted once more', () => {
    const used = async (changes: (driven: Awaited<ReturnType<typeof drive>>) => Promise<Record<string, string>>) => {
      const driven = await drive();
      await (await driven.post()).arrayBuffer();
      const response = await driven.post(await changes(driven));
      const page = await response.text();
      expect(response.status).toBe(401);
      expect(page).toContain('(state-used)');
      return page;
    };
    const forged = (claims: Record<string, unknown>) =>
      used(async (driven) => {
        const { good, sign } = spoilt(world, driven);
        return { id_token: await sign({ ...good, ...claims }) };
      });

    test('leads back to the course, without a word of an error', async () => {
      const page = await used(async () => ({}));
      const back = new URL(/<a href="([^"]+)">Back to your course/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? '');
      expect(back.origin).toBe(new URL(world.simulator.url).origin);
      expect(back.searchParams.has('lti_errormsg')).toBe(false);
      expect((await fetch(back)).status).toBeLessThan(400);
    });

    test('leads back however long ago it was', async () => {
      const page = await forged({ iat: 1_700_000_000, exp: 1_700_000_300 });
      expect(page).toContain('Back to your course');
    });

    test.each<[string, Record<string, unknown>]>([
      ['to another host', { [claim.launchPresentation]: { return_url: 'https://evil.example/' } }],
      ['that a script takes', { [claim.launchPresentation]: { return_url: 'javascript:alert(1)' } }],
      ['from a platform that is not known', { iss: 'https://evil.example' }],
      ['from an issuer that no database could hold', { iss: 'https://evil.example\0' }],
      ['for another tool', { aud: 'another-client' }],
      ['for nobody', { aud: 7 }],
    ])('leads nowhere %s', async (_what, claims) => {
      expect(await forged(claims)).not.toMatch(/evil|<a /);
    });

    test('leads nowhere when the platform did not sign it', async () => {
      const page = await used(async ({ form }) => {
        const [head = '', payload = '', signature = ''] = form['id_token']?.split('.') ?? [];
        return { id_token: [head, payload, signature.slice(8) + signature.slice(0, 8)].join('.') };
      });
      expect(page).not.toContain('<a ');
    });

    test('leads nowhere when nobody can read it', async () => {
      expect(await used(async () => ({ id_token: 'no.jwt.here' }))).not.toContain('<a ');
    });
  });
});
