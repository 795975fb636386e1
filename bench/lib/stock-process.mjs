// ltijs as it comes, with its own storage in PostgreSQL and a page of one line, in a process of its own.
import { Provider } from 'ltijs';
import Database from 'ltijs-sequelize';

const { hostname, port, username, password, pathname } = new URL(process.env.DATABASE_URL);
const plugin = new Database(pathname.slice(1), username, decodeURIComponent(password), {
  host: hostname,
  port: Number(port),
  dialect: 'postgres',
  logging: false,
});
Provider.setup(
  process.env.LTI_ENCRYPTION_KEY,
  { plugin },
  { appRoute: '/lti/launch', loginRoute: '/lti/login', keysetRoute: '/lti/jwks.json', cookies: { sameSite: 'Lax' } },
);
Provider.onConnect((token, _request, response) => response.send(`<!doctype html><p>${token.user}</p>`));
await Provider.deploy({ port: Number(process.env.LTI_PORT), silent: true });

const answers = {
  async register({ registration: { issuer, clientId, authUrl, tokenUrl, jwksUrl } }) {
    await Provider.registerPlatform({
      url: issuer,
      clientId,
      name: 'Bench',
      authenticationEndpoint: authUrl,
      accesstokenEndpoint: tokenUrl,
      authConfig: { method: 'JWK_SET', key: jwksUrl },
    });
  },
  async stop() {
    await Provider.close({ silent: true });
    process.exit(0);
  },
};

process.on('message', ({ what, ...given }) => {
  void Promise.resolve(answers[what](given)).then(() => process.send({}));
});
// Whoever asked may be gone.
process.once('disconnect', () => process.exit());
process.send({});
