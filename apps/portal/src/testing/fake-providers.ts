import { endpoints, type ownProvider } from '@journeybook/contracts';
import type { z } from 'zod';
import type { FakeState } from './fake-api.js';
import { sessionOf } from './fake-session.js';
import { asShown, editionOf, type FakeRoute, refusal, route } from './fake-transport.js';
import { daysAgo, fakeId, momentAgo, named, northfield, people, sponsor } from './fake-world.js';
import { needFresh } from './need-fresh.js';

type Shown = z.input<typeof ownProvider>;
type Own = Omit<Shown, 'edition' | 'domains'> & { domains: Omit<Shown['domains'][number], 'edition'>[] };

export interface FakeProviders {
  readonly employer: Own;
  /** Whom the provider says somebody is, by the parameters it sends back. */
  readonly answers: Map<string, 'lucia' | 'test'>;
}

export const providerIssuer = 'https://login.northfield.example';

export const fakeProviders = (): FakeProviders => ({
  employer: {
    ...named(northfield),
    kind: 'employer',
    redirectAddress: `http://portal.example/sign-in/back/${northfield.id}`,
    provider: null,
    domains: [],
    linked: [],
    outside: 1,
    isLinked: false,
  },
  answers: new Map([
    ['code=lucia&state=1', 'lucia'],
    ['code=test&state=2', 'test'],
  ]),
});

const shownDomains = ({ domains }: Own) => domains.map((one) => ({ ...one, edition: editionOf(one) }));
const shownOwn = (own: Own): Shown => ({ ...own, edition: editionOf(own.provider), domains: shownDomains(own) });

const findDomain = (own: Own, domain: string | undefined) => {
  const found = own.domains.find((one) => one.domain === domain);
  if (!found) throw refusal(404, 'not-their-organization', 'There is nothing here that you may change.');
  return found;
};

export const providerRoutes = (state: FakeState): FakeRoute[] => [...signInRoutes(state), ...officeRoutes(state)];

const signInRoutes = (state: FakeState): FakeRoute[] => [
  route(endpoints.beginProviderSignIn, ({ body }) => {
    const domain = body.email.split('@')[1];
    if (domain !== 'example.org')
      throw refusal(404, 'no-provider-for-domain', `No organization lets its people in with addresses of ${domain}.`);
    const asking = body.fresh ? '&prompt=login' : '';
    return { url: `${providerIssuer}/authorize?login_hint=${body.email}${asking}` };
  }),
  route(endpoints.connectAccount, () => {
    needFresh(state);
    return { url: `${providerIssuer}/authorize?connect` };
  }),
  route(endpoints.endProviderSignIn, ({ body }) => {
    const answer = state.providers.answers.get(body.parameters);
    state.providers.answers.delete(body.parameters);
    if (!answer) throw refusal(410, 'way-back-over', 'This sign-in was used already. Begin again.');
    if (answer === 'test') {
      if (state.providers.employer.provider) state.providers.employer.provider.testedAt = momentAgo(0);
      return { kind: 'tested' as const, email: 'erin@example.org', isVerified: true, isInDomain: false };
    }
    state.signedIn = people[answer];
    return { kind: 'signed-in' as const, session: sessionOf(state) };
  }),
];

function officeRoutes(state: FakeState): FakeRoute[] {
  const { employer } = state.providers;
  const isSponsor = () => state.signedIn?.roles.some(({ role }) => role === 'sponsor-admin') ?? false;
  const partner = () => ({
    ...named(northfield),
    kind: 'employer' as const,
    sponsor: sponsor.id,
    issuer: employer.provider?.issuer ?? null,
    isOn: employer.provider?.isOn ?? false,
    onlyWay: employer.provider?.onlyWay ?? false,
    domains: shownDomains(employer),
  });
  return [
    route(endpoints.readProviders, () => {
      if (!isSponsor()) return { organizations: [shownOwn(employer)], partners: [] };
      const own = { ...employer, ...named(sponsor), kind: 'sponsor' as const, provider: null, domains: [], outside: 0 };
      return { organizations: [shownOwn(own)], partners: employer.domains.length > 0 ? [partner()] : [] };
    }),
    route(endpoints.saveProvider, ({ body, shown }) => {
      asShown(shown, editionOf(employer.provider));
      if (!body.issuer.startsWith('https://'))
        throw refusal(409, 'provider-not-reached', 'The issuer has to be a public address that begins with https://.');
      const { issuer, clientId } = body;
      employer.provider = { issuer, clientId, isOn: false, onlyWay: false, testedAt: null };
      return shownOwn(employer);
    }),
    route(endpoints.testProvider, () => ({ url: `${providerIssuer}/authorize?test` })),
    route(endpoints.useProvider, ({ body }) => {
      if (!employer.provider?.testedAt) throw refusal(409, 'provider-not-tested', 'Test it first.');
      if (body.onlyWay && !employer.isLinked)
        throw refusal(409, 'come-in-that-way-first', 'Come in that way yourself first.');
      Object.assign(employer.provider, body);
    }),
    route(endpoints.unlinkProvider, ({ params }) => {
      needFresh(state);
      const index = employer.linked.findIndex(({ id }) => id === params['link']);
      employer.linked.splice(index, 1);
    }),
    ...domainRoutes(employer),
  ];
}

const domainRoutes = (employer: FakeState['providers']['employer']): FakeRoute[] => [
  route(endpoints.requestDomain, ({ body }) => {
    if (body.domain === 'gmail.com') throw refusal(422, 'public-mail-domain', 'Anybody gets an address there.');
    employer.domains.push({ domain: body.domain, requestedAt: momentAgo(0), allowedAt: null });
  }),
  route(endpoints.allowDomain, ({ params }) => {
    findDomain(employer, params['domain']).allowedAt = momentAgo(0);
  }),
  route(endpoints.removeDomain, ({ params, shown }) => {
    asShown(shown, editionOf(findDomain(employer, params['domain'])));
    employer.domains.splice(employer.domains.indexOf(findDomain(employer, params['domain'])), 1);
  }),
];

/** A provider that is on, with a domain and somebody who came in by it. */
export function connectProvider({ providers: { employer } }: FakeState): void {
  const testedAt = momentAgo(3);
  employer.provider = { issuer: providerIssuer, clientId: 'client-1', isOn: true, onlyWay: false, testedAt };
  employer.domains.push({ domain: 'example.org', requestedAt: momentAgo(4), allowedAt: momentAgo(3) });
  employer.linked.push({ id: fakeId(), person: named(people.lucia), lastUsedAt: `${daysAgo(1)}T08:00:00Z` });
}
